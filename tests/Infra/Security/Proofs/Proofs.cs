using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Proofs;

/// <summary>All proofs, each the good stack with one thing broken.</summary>
internal static class Proofs
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Proof> All { get; } = [.. Buckets(), .. Keys(), .. Queries(), .. Roles(), .. Tasks(), .. Services(), .. Own()];

    private static IEnumerable<Proof> Buckets() =>
    [
        new("CKV2_AWS_6", "bucket", "no public access block", graph => graph.Without("block")),
        new("CKV_AWS_53", "bucket", "access lists that open it are taken", graph => graph.Set("block", "blockPublicAcls", "false")),
        new("CKV_AWS_54", "bucket", "policies that open it are taken", graph => graph.Set("block", "blockPublicPolicy", null)),
        new("CKV_AWS_55", "bucket", "access lists that open it count", graph => graph.Set("block", "ignorePublicAcls", "false")),
        new("CKV_AWS_56", "bucket", "a policy that opens it counts", graph => graph.Set("block", "restrictPublicBuckets", "false")),
        new("CKV_AWS_145", "bucket", "no encryption is said", graph => graph.Without("encryption")),
        new("CKV_AWS_145", "bucket", "S3's own key", graph => graph.Set("encryption", "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm", "\"AES256\"")),
        new("CKV_AWS_145", "bucket", "a key of elsewhere", graph => graph.Set("encryption", "rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId", "\"alias/aws/s3\"")),
        new("CKV_AWS_21", "bucket", "versioning suspended", graph => graph.Set("versioning", "versioningConfiguration.status", "\"Suspended\"")),
        new("CKV_AWS_21", "bucket", "versioning of another bucket", graph => graph.Set("versioning", "bucket", "\"recommender-prod-other\"")),
        new("CKV_AWS_18", "bucket", "no access log", graph => graph.Without("logging")),
        new("CKV_AWS_18", "bucket", "access logged to itself", graph => graph.Set("logging", "targetBucket", "\"recommender-prod-raw\"")),
        new("CKV2_AWS_61", "bucket", "no lifecycle", graph => graph.Without("lifecycle")),
        new("CKV2_AWS_61", "bucket", "a lifecycle that is off", graph => graph.Set("lifecycle", "rules[0].status", "\"Disabled\"")),
        new("CKV_AWS_300", "bucket", "incomplete uploads stay", graph => graph.Set("lifecycle", "rules[0].abortIncompleteMultipartUpload", null)),
        new("CKV_AWS_300", "bucket", "incomplete uploads stay outside a prefix", graph => graph.Set("lifecycle", "rules[0].filter.prefix", "\"tmp/\"")),
        new("CKV2_AWS_65", "bucket", "access lists on", graph => graph.Set("ownership", "rule.objectOwnership", "\"ObjectWriter\"")),
        new("s3_bucket_secure_transport_policy", "bucket", "no policy", graph => graph.Without("bucket-policy")),
        new("s3_bucket_secure_transport_policy", "bucket", "the denial is about TLS", graph => graph.Replace("bucket-policy", "policy", "\"false\"", "\"true\"")),
        new("s3_bucket_secure_transport_policy", "bucket", "objects left out", graph => graph.Replace("bucket-policy", "policy", "recommender-prod-raw/*", "recommender-prod-raw/public/*")),
        new("s3_bucket_secure_transport_policy", "bucket", "writes left out", graph => graph.Replace("bucket-policy", "policy", "s3:*", "s3:Get*")),
        new("s3_bucket_secure_transport_policy", "bucket", "only the usual actions denied", graph => graph.Replace("bucket-policy", "policy", "\"s3:*\"", "[\"s3:ListBucket\", \"s3:GetObject*\", \"s3:PutObject*\", \"s3:DeleteObject*\"]")),
        new("s3_bucket_secure_transport_policy", "bucket", "denied to the account alone", graph => graph.Replace("bucket-policy", "policy", "\"Principal\": \"*\"", "\"Principal\": { \"AWS\": \"arn:aws:iam::123456789012:root\" }")),
        new("CKV_AWS_70", "bucket-policy", "everyone let in", graph => graph.Replace("bucket-policy", "policy", "Deny", "Allow")),
    ];

    private static IEnumerable<Proof> Keys() =>
    [
        new("CKV_AWS_33", "key", "everyone may use it", graph => graph.Replace("key", "policy", "arn:aws:iam::123456789012:root", "*")),
        new("CKV_AWS_32", "open", "a repository that everyone may pull from", graph => graph.With("ecr/repositoryPolicy:RepositoryPolicy", "open", Open("ecr:BatchGetImage"))),
        new("CKV_AWS_168", "open", "a queue that everyone may write to", graph => graph.With("sqs/queuePolicy:QueuePolicy", "open", Open("sqs:SendMessage"))),
        new("CKV_AWS_169", "open", "a topic that everyone may write to", graph => graph.With("sns/topicPolicy:TopicPolicy", "open", Open("sns:Publish"))),
        new("CKV_AWS_7", "key", "never rotated", graph => graph.Set("key", "enableKeyRotation", null)),
        new("CKV2_AWS_64", "key", "AWS's default policy", graph => graph.Set("key", "policy", null)),
        new("CKV_AWS_66", "logs", "kept for ever", graph => graph.Set("logs", "retentionInDays", "0")),
        new("CKV_AWS_158", "logs", "no key", graph => graph.Set("logs", "kmsKeyId", null)),
    ];

    private static IEnumerable<Proof> Queries() =>
    [
        new("CKV_AWS_159", "workgroup", "results in plain text", graph => graph.Set("workgroup", "configuration.resultConfiguration.encryptionConfiguration", null)),
        new("CKV_AWS_82", "workgroup", "a query may override it", graph => graph.Set("workgroup", "configuration.enforceWorkgroupConfiguration", "false")),
        new("OWN-ATH-1", "workgroup", "no cutoff", graph => graph.Set("workgroup", "configuration.bytesScannedCutoffPerQuery", null)),
        new("CKV_AWS_94", "catalog", "nothing said of the catalog", graph => graph.Without("catalog-encryption")),
        new("CKV_AWS_94", "catalog", "encryption off", graph => graph.Set("catalog-encryption", "dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionMode", "\"DISABLED\"")),
        new("CKV_AWS_94", "catalog", "AWS's own key", graph => graph.Set("catalog-encryption", "dataCatalogEncryptionSettings.encryptionAtRest.sseAwsKmsKeyId", null)),
        new("CKV_AWS_94", "catalog", "passwords given out", graph => graph.Set("catalog-encryption", "dataCatalogEncryptionSettings.connectionPasswordEncryption.returnConnectionPasswordEncrypted", "false")),
    ];

    private static IEnumerable<Proof> Roles() =>
    [
        new("CKV_AWS_62", "role-policy", "everything on everything", graph => graph.Replace("role-policy", "policy", "s3:GetObject", "*").Replace("role-policy", "policy", "arn:aws:s3:::recommender-prod-raw/*", "*")),
        new("CKV_AWS_63", "role-policy", "every action", graph => graph.Replace("role-policy", "policy", "s3:GetObject", "*")),
        new("CKV_AWS_63", "role-policy", "every action of a service", graph => graph.Replace("role-policy", "policy", "s3:GetObject", "s3:*")),
        new("CKV_AWS_63", "role-policy", "every action, in other signs", graph => graph.Replace("role-policy", "policy", "s3:GetObject", "s3:?*")),
        new("CKV_AWS_355", "role-policy", "every object of every bucket", graph => graph.Replace("role-policy", "policy", "arn:aws:s3:::recommender-prod-raw/*", "arn:aws:s3:::*/*")),
        new("CKV_AWS_355", "role-policy", "every bucket", graph => graph.Replace("role-policy", "policy", "arn:aws:s3:::recommender-prod-raw/*", "*")),
        new("CKV_AWS_60", "role", "everyone may assume it", graph => graph.Replace("role", "assumeRolePolicy", "\"Service\": \"ecs-tasks.amazonaws.com\"", "\"AWS\": \"*\"")),
        new("CKV_AWS_61", "role", "a service on behalf of anyone", graph => graph.Replace("role", "assumeRolePolicy", ", \"Condition\": { \"StringEquals\": { \"aws:SourceAccount\": \"123456789012\" } }", "")),
        new("CKV_AWS_61", "role", "a service on behalf of another account", graph => graph.Replace("role", "assumeRolePolicy", "123456789012", "999999999999")),
        new("CKV_AWS_61", "role", "another account", graph => graph.Replace("role", "assumeRolePolicy", "\"Service\": \"ecs-tasks.amazonaws.com\"", "\"AWS\": \"arn:aws:iam::999999999999:role/x\"")),
        new("CKV_AWS_61", "role", "the whole account", graph => graph.Replace("role", "assumeRolePolicy", "\"Service\": \"ecs-tasks.amazonaws.com\"", "\"AWS\": \"arn:aws:iam::123456789012:root\"").Replace("role", "assumeRolePolicy", ", \"Condition\": { \"StringEquals\": { \"aws:SourceAccount\": \"123456789012\" } }", "")),
        new("CKV_AWS_393", "delivery", "every branch of the repository", graph => graph.Replace("delivery", "assumeRolePolicy", ":environment:prod", ":*")),
        new("CKV_AWS_393", "delivery", "a pattern of repositories", graph => graph.Replace("delivery", "assumeRolePolicy", "StringEquals", "StringLike")),
        new("CKV_AWS_393", "delivery", "tokens made for others", graph => graph.Replace("delivery", "assumeRolePolicy", "sts.amazonaws.com", "https://example.com")),
    ];

    private static IEnumerable<Proof> Tasks() =>
    [
        new("CKV_AWS_249", "task", "one role for both", graph => graph.Set("task", "executionRoleArn", "\"arn:aws:iam::123456789012:role/recommender-prod-jobs\"")),
        new("CKV_AWS_249", "task", "no task role", graph => graph.Set("task", "taskRoleArn", null)),
        new("CKV_AWS_336", "task", "a writable root", graph => graph.Replace("task", "containerDefinitions", "\"readonlyRootFilesystem\": true,", "")),
        new("CKV_AWS_334", "task", "privileged", graph => graph.Replace("task", "containerDefinitions", "\"privileged\": false", "\"privileged\": true")),
        new("ecs_task_definitions_no_environment_secrets", "task", "a password by name", graph => graph.Replace("task", "containerDefinitions", "\"RECOMMENDER_STACK\"", "\"SHOP_PASSWORD\"")),
        new("ecs_task_definitions_no_environment_secrets", "task", "a password in a connection string", graph => graph.Replace("task", "containerDefinitions", "\"value\": \"prod\"", "\"value\": \"Host=x;Password=hunter2\"")),
        new("ecs_task_definitions_no_environment_secrets", "task", "an access key by value", graph => graph.Replace("task", "containerDefinitions", "\"value\": \"prod\"", "\"value\": \"AKIAIOSFODNN7EXAMPLE\"")),
        new("ecs_task_definitions_no_environment_secrets", "task", "a secret from elsewhere", graph => graph.Replace("task", "containerDefinitions", "\"valueFrom\": \"arn:aws:secretsmanager:eu-west-1:123456789012:secret:", "\"valueFrom\": \"arn:aws:ssm:eu-west-1:123456789012:parameter/")),
        new("ecs_task_definitions_logging_enabled", "task", "no log", graph => graph.Replace("task", "containerDefinitions", "awslogs\"", "none\"")),
        new("ecs_task_definitions_logging_enabled", "task", "a log group of nobody", graph => graph.Replace("task", "containerDefinitions", "/recommender/prod/jobs", "/recommender/prod/other")),
        new("OWN-ECS-1", "task", "a tag", graph => graph.Replace("task", "containerDefinitions", $"@sha256:{new string('a', 64)}", ":latest")),
        new("OWN-ECS-1", "service", "a public address", graph => graph.Set("service", "networkConfiguration.assignPublicIp", "true")),
        new("OWN-ECS-1", "machine", "a public address for its tasks", graph => graph.Replace("machine", "definition", "DISABLED", "ENABLED")),
        new("CKV_AWS_65", "cluster", "insights off", graph => graph.Set("cluster", "settings[0].value", "\"disabled\"")),
        new("CKV_AWS_51", "repository", "tags that move", graph => graph.Set("repository", "imageTagMutability", "\"MUTABLE\"")),
        new("CKV_AWS_163", "repository", "no scan", graph => graph.Set("repository", "imageScanningConfiguration.scanOnPush", "false")),
        new("CKV_AWS_285", "machine", "logs off", graph => graph.Set("machine", "loggingConfiguration.level", "\"OFF\"")),
        new("CKV_AWS_285", "machine", "logs to nowhere", graph => graph.Set("machine", "loggingConfiguration.logDestination", null)),
    ];

    private static IEnumerable<Proof> Services() =>
    [
        new("CKV_AWS_309", "route", "open", graph => graph.Set("route", "authorizationType", "\"NONE\"")),
        new("CKV2_AWS_70", "route", "no authorizer", graph => graph.Without("authorizer")),
        new("CKV2_AWS_70", "route", "the authorizer of another API", graph => graph.Set("authorizer", "apiId", "\"api2\"")),
        new("CKV2_AWS_70", "route", "tokens for anyone", graph => graph.Set("authorizer", "jwtConfiguration.audiences", "[]")),
        new("CKV_AWS_76", "stage", "no access log", graph => graph.Set("stage", "accessLogSettings", null)),
        new("CKV_AWS_382", "egress", "to the whole world", graph => graph.Set("egress", "cidrIpv4", "\"0.0.0.0/0\"")),
        new("CKV_AWS_382", "egress", "to half of the world", graph => graph.Set("egress", "cidrIpv4", "\"128.0.0.0/1\"")),
        new("CKV_AWS_382", "egress", "every protocol", graph => graph.Set("egress", "ipProtocol", "\"-1\"")),
        new("CKV_AWS_382", "egress", "every port", graph => graph.Set("egress", "fromPort", "0").Set("egress", "toPort", "65535")),
        new("CKV_AWS_382", "group", "an open rule within the group", graph => graph.Without("group").With("ec2/securityGroup:SecurityGroup", "group", """{ "ingress": [{ "protocol": "tcp", "fromPort": 22, "toPort": 22, "ipv6CidrBlocks": ["::/0"] }] }""")),
        new("CKV_AWS_16", "database", "not encrypted", graph => graph.Set("database", "storageEncrypted", null)),
        new("CKV_AWS_17", "database", "public", graph => graph.Set("database", "publiclyAccessible", "true")),
        new("CKV_AWS_118", "database", "not monitored", graph => graph.Set("database", "monitoringInterval", "0")),
        new("CKV_AWS_161", "database", "passwords only", graph => graph.Set("database", "iamDatabaseAuthenticationEnabled", "false")),
    ];

    private static IEnumerable<Proof> Own() =>
    [
        new("OWN-PROD", "bucket", "not protected", graph => graph.Options("bucket", options => options with { Protect = null })),
        new("OWN-PROD", "key", "not retained", graph => graph.Options("key", options => options with { RetainOnDelete = null })),
        new("OWN-PROD", "bucket", "emptied by force", graph => graph.Set("bucket", "forceDestroy", "true")),
        new("OWN-PROD", "repository", "deleted by force", graph => graph.Set("repository", "forceDelete", "true")),
        new("OWN-PROD", "key", "gone at once", graph => graph.Set("key", "deletionWindowInDays", "0")),
        new("OWN-PROD", "database", "can be deleted", graph => graph.Set("database", "deletionProtection", "false")),
        new("OWN-PROD", "database", "no final snapshot", graph => graph.Set("database", "skipFinalSnapshot", "true")),
        new("OWN-PROD", "database", "backups of a day", graph => graph.Set("database", "backupRetentionPeriod", "1")),
        new("OWN-TAGS", "key", "nobody pays", graph => graph.Set("key", "tags.cost-centre", null)),
        new("OWN-TAGS", "key", "no tags at all", graph => graph.Set("key", "tags", null)),
        new("OWN-TAGS", "key", "another stack's", graph => graph.Set("key", "tags.stack", "\"uat\"")),
        new("OWN-ENV", "logging", "a bucket of uat", graph => graph.Set("logging", "targetPrefix", "\"recommender-uat-raw/\"")),
        new("OWN-ENV", "logging", "uat in capitals", graph => graph.Set("logging", "targetPrefix", "\"UAT/\"")),
        new("OWN-ENV", "role-policy", "a database of uat in a policy", graph => graph.Replace("role-policy", "policy", "recommender-prod-raw", "recommender_uat_raw")),
    ];

    private static string Open(string action) =>
        $$"""{ "policy": {{HandMadeGraph.Quoted($$"""{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "{{action}}", "Resource": "*" }] }""")}} }""";
}
