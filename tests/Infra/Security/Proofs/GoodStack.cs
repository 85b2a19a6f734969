using Recommender.Infra.Tests.Harness;
using static Recommender.Infra.Tests.Harness.HandMadeGraph;

namespace Recommender.Infra.Tests.Security.Proofs;

/// <summary>A small prod written by hand that keeps every rule: what proofs break, one thing at a time.</summary>
internal static class GoodStack
{
    private static readonly GraphOptions _kept = new() { Protect = true, RetainOnDelete = true };

    /// <summary>The graph.</summary>
    public static StackGraph Graph { get; } = Database(Api(Tasks(Roles(Queries(Bucket(Keys(Empty("prod"))))))));

    private static StackGraph Keys(StackGraph graph) => graph
        .With("kms/key:Key", "key", $$"""{ "enableKeyRotation": true, "deletionWindowInDays": 30, "policy": {{Quoted(Policy("""{ "Sid": "Administer", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": ["kms:DescribeKey", "kms:PutKeyPolicy"], "Resource": "*" }"""))}}, "tags": { "project": "recommender", "stack": "prod", "owner": "data", "cost-centre": "retail" } }""", _kept with { Taggable = true })
        .With("cloudwatch/logGroup:LogGroup", "logs", $$"""{ "name": "/recommender/prod/jobs", "retentionInDays": 90, "kmsKeyId": "{{KeyArn}}" }""");

    private static StackGraph Bucket(StackGraph graph) => graph
        .With("s3/bucket:Bucket", "bucket", """{ "bucket": "recommender-prod-raw", "forceDestroy": false }""", _kept)
        .With("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "block", """{ "bucket": "recommender-prod-raw", "blockPublicAcls": true, "blockPublicPolicy": true, "ignorePublicAcls": true, "restrictPublicBuckets": true }""")
        .With("s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "encryption", $$"""{ "bucket": "recommender-prod-raw", "rules": [{ "applyServerSideEncryptionByDefault": { "sseAlgorithm": "aws:kms", "kmsMasterKeyId": "{{KeyArn}}" } }] }""")
        .With("s3/bucketVersioning:BucketVersioning", "versioning", """{ "bucket": "recommender-prod-raw", "versioningConfiguration": { "status": "Enabled" } }""")
        .With("s3/bucketLogging:BucketLogging", "logging", """{ "bucket": "recommender-prod-raw", "targetBucket": "recommender-prod-logs", "targetPrefix": "raw/" }""")
        .With("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "lifecycle", """{ "bucket": "recommender-prod-raw", "rules": [{ "id": "uploads", "status": "Enabled", "filter": { "prefix": "" }, "abortIncompleteMultipartUpload": { "daysAfterInitiation": 3 } }] }""")
        .With("s3/bucketOwnershipControls:BucketOwnershipControls", "ownership", """{ "bucket": "recommender-prod-raw", "rule": { "objectOwnership": "BucketOwnerEnforced" } }""")
        .With("s3/bucketPolicy:BucketPolicy", "bucket-policy", $$"""{ "bucket": "recommender-prod-raw", "policy": {{Quoted(Policy("""{ "Sid": "TlsOnly", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::recommender-prod-raw", "arn:aws:s3:::recommender-prod-raw/*"], "Condition": { "Bool": { "aws:SecureTransport": "false" } } }"""))}} }""")
        .With("s3/bucket:Bucket", "log-bucket", """{ "bucket": "recommender-prod-logs" }""", _kept);

    private static StackGraph Queries(StackGraph graph) => graph
        .With("athena/workgroup:Workgroup", "workgroup", $$"""{ "name": "recommender-prod-jobs", "configuration": { "enforceWorkgroupConfiguration": true, "bytesScannedCutoffPerQuery": 1073741824, "resultConfiguration": { "encryptionConfiguration": { "encryptionOption": "SSE_KMS", "kmsKeyArn": "{{KeyArn}}" } } } }""")
        .With("glue/catalogDatabase:CatalogDatabase", "catalog", """{ "name": "recommender_prod_raw" }""", _kept)
        .With("glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings", "catalog-encryption", $$"""{ "dataCatalogEncryptionSettings": { "encryptionAtRest": { "catalogEncryptionMode": "SSE-KMS", "sseAwsKmsKeyId": "{{KeyArn}}" }, "connectionPasswordEncryption": { "returnConnectionPasswordEncrypted": true } } }""");

    private static StackGraph Roles(StackGraph graph) => graph
        .With("iam/role:Role", "role", $$"""{ "name": "recommender-prod-jobs", "assumeRolePolicy": {{Quoted(Policy("""{ "Sid": "Assume", "Effect": "Allow", "Principal": { "Service": "ecs-tasks.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:SourceAccount": "123456789012" } } }"""))}} }""")
        .With("iam/rolePolicy:RolePolicy", "role-policy", $$"""{ "role": "recommender-prod-jobs", "policy": {{Quoted(Policy("""{ "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::recommender-prod-raw/*" }"""))}} }""")
        .With("iam/role:Role", "delivery", $$"""{ "name": "recommender-prod-delivery", "assumeRolePolicy": {{Quoted(Policy("""{ "Sid": "Assume", "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:sub": "repo:example/recommender:environment:prod", "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } } }"""))}} }""");

    private static StackGraph Tasks(StackGraph graph) => graph
        .With("ecr/repository:Repository", "repository", """{ "name": "recommender-prod-jobs", "imageTagMutability": "IMMUTABLE", "imageScanningConfiguration": { "scanOnPush": true }, "forceDelete": false }""", _kept)
        .With("ecs/cluster:Cluster", "cluster", """{ "name": "recommender-prod", "settings": [{ "name": "containerInsights", "value": "enabled" }] }""")
        .With("ecs/taskDefinition:TaskDefinition", "task", $$"""{ "family": "recommender-prod-jobs", "taskRoleArn": "arn:aws:iam::123456789012:role/recommender-prod-jobs", "executionRoleArn": "arn:aws:iam::123456789012:role/recommender-prod-execution", "containerDefinitions": {{Quoted(Containers)}} }""")
        .With("ecs/service:Service", "service", """{ "name": "recommender-prod-serving", "cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/recommender-prod", "networkConfiguration": { "assignPublicIp": false, "subnets": ["subnet-1"] } }""")
        .With("sfn/stateMachine:StateMachine", "machine", $$"""{ "name": "recommender-prod-pipeline", "loggingConfiguration": { "level": "ALL", "logDestination": "arn:aws:logs:eu-west-1:123456789012:log-group:/recommender/prod/jobs:*" }, "definition": {{Quoted("""{ "StartAt": "Ingest", "States": { "Ingest": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": { "NetworkConfiguration": { "AwsvpcConfiguration": { "AssignPublicIp": "DISABLED" } } }, "End": true } } }""")}} }""");

    private static StackGraph Api(StackGraph graph) => graph
        .With("apigatewayv2/authorizer:Authorizer", "authorizer", """{ "apiId": "api1", "authorizerType": "JWT", "jwtConfiguration": { "issuer": "https://login.example.com/", "audiences": ["recommendations"] } }""")
        .With("apigatewayv2/route:Route", "route", $$"""{ "apiId": "api1", "routeKey": "GET /x", "authorizationType": "JWT", "authorizerId": "{{CloudAnswers.Of("aws:apigatewayv2/authorizer:Authorizer", "authorizer", GraphValue.Object("{}")).Id}}" }""")
        .With("apigatewayv2/stage:Stage", "stage", """{ "apiId": "api1", "name": "$default", "accessLogSettings": { "destinationArn": "arn:aws:logs:eu-west-1:123456789012:log-group:/recommender/prod/jobs", "format": "$context.requestId" } }""")
        .With("ec2/securityGroup:SecurityGroup", "group", """{ "name": "recommender-prod-jobs" }""")
        .With("vpc/securityGroupEgressRule:SecurityGroupEgressRule", "egress", """{ "securityGroupId": "sg-1", "ipProtocol": "tcp", "fromPort": 443, "toPort": 443, "cidrIpv4": "10.30.0.0/16" }""");

    private static StackGraph Database(StackGraph graph) => graph
        .With("rds/instance:Instance", "database", $$"""{ "identifier": "recommender-prod-shop", "storageEncrypted": true, "kmsKeyId": "{{KeyArn}}", "publiclyAccessible": false, "monitoringInterval": 60, "monitoringRoleArn": "arn:aws:iam::123456789012:role/recommender-prod-monitoring", "iamDatabaseAuthenticationEnabled": true, "deletionProtection": true, "skipFinalSnapshot": false, "finalSnapshotIdentifier": "recommender-prod-shop-final", "backupRetentionPeriod": 14 }""", _kept);

    private static string KeyArn => CloudAnswers.Of("aws:kms/key:Key", "key", GraphValue.Object("{}")).Arn!;

    private static string Containers => $$"""
        [{ "name": "jobs", "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/recommender-prod-jobs@sha256:{{new string('a', 64)}}",
           "readonlyRootFilesystem": true, "privileged": false,
           "environment": [{ "name": "RECOMMENDER_STACK", "value": "prod" }, { "name": "SHOP_SECRET_ARN", "value": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:recommender-prod-shop-AbCdEf" }],
           "secrets": [{ "name": "SHOP_PASSWORD", "valueFrom": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:recommender-prod-shop-AbCdEf" }],
           "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/recommender/prod/jobs" } } }]
        """;

    private static string Policy(string statement) => $$"""{ "Version": "2012-10-17", "Statement": [{{statement}}] }""";
}
