using Recommender.Infra.Tests.Harness;
using static Recommender.Infra.Tests.Harness.CloudNames;

namespace Recommender.Infra.Tests.ContinuousDelivery;

/// <summary>The calls for every type of resource that the program makes, from AWS's API references and the provider's sources.</summary>
internal static class ManagedTypes
{
    /// <summary>By type token.</summary>
    public static IReadOnlyDictionary<string, ManagedType> All { get; } = new Dictionary<string, ManagedType>
    {
        ["aws:apigatewayv2/api:Api"] = Gateway(_ => "/apis", part: false) with { Read = "", Update = "", Delete = "" },
        ["aws:apigatewayv2/authorizer:Authorizer"] = Gateway(resource => $"/apis/{resource.Text("apiId")}/authorizers/{resource.Id}"),
        ["aws:apigatewayv2/integration:Integration"] = Gateway(resource => $"/apis/{resource.Text("apiId")}/integrations/{resource.Id}"),
        ["aws:apigatewayv2/route:Route"] = Gateway(resource => $"/apis/{resource.Text("apiId")}/routes/{resource.Id}"),
        ["aws:apigatewayv2/stage:Stage"] = Gateway(resource => $"/apis/{resource.Text("apiId")}/stages/{resource.Text("name")}") with { Anywhere = "logs:CreateLogDelivery logs:PutResourcePolicy logs:DescribeLogGroups logs:ListLogDeliveries" },
        ["aws:apigatewayv2/vpcLink:VpcLink"] = Gateway(_ => "/vpclinks", part: false) with { Read = "", Update = "", Delete = "" },
        ["aws:appautoscaling/policy:Policy"] = new("application-autoscaling", Scalable) { Create = "PutScalingPolicy", Delete = "DeleteScalingPolicy", Anywhere = "DescribeScalingPolicies", IsPart = true },
        ["aws:appautoscaling/target:Target"] = new("application-autoscaling", Scalable) { Create = "RegisterScalableTarget TagResource", Read = "ListTagsForResource", Update = "RegisterScalableTarget", Delete = "DeregisterScalableTarget", Anywhere = "DescribeScalableTargets" },
        ["aws:athena/namedQuery:NamedQuery"] = new("athena", resource => Arn("athena", $"workgroup/{resource.Text("workgroup")}")) { Create = "CreateNamedQuery", Read = "GetNamedQuery", Delete = "DeleteNamedQuery", IsPart = true },
        ["aws:athena/workgroup:Workgroup"] = new("athena", Own) { Create = "CreateWorkGroup TagResource", Read = "GetWorkGroup ListTagsForResource", Update = "UpdateWorkGroup TagResource UntagResource", Delete = "DeleteWorkGroup" },
        ["aws:budgets/budget:Budget"] = new("budgets", Own) { Create = "ModifyBudget TagResource", Read = "ViewBudget ListTagsForResource", Update = "ModifyBudget", Delete = "ModifyBudget" },
        ["aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration"] = new("chatbot", Own) { Create = "CreateSlackChannelConfiguration TagResource", Read = "DescribeSlackChannelConfigurations ListTagsForResource", Update = "UpdateSlackChannelConfiguration", Delete = "DeleteSlackChannelConfiguration", Hands = [("iamRoleArn", "chatbot.amazonaws.com")] },
        ["aws:cloudformation/stack:Stack"] = new("cloudformation", resource => Arn("cloudformation", $"stack/{resource.Text("name")}/id")) { Create = "CreateStack TagResource", Read = "DescribeStacks DescribeStackEvents GetTemplate", Update = "UpdateStack", Delete = "DeleteStack" },
        ["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = new("cloudwatch", Own) { Create = "PutCompositeAlarm TagResource", Read = "DescribeAlarms ListTagsForResource", Update = "PutCompositeAlarm", Delete = "DeleteAlarms" },
        ["aws:cloudwatch/dashboard:Dashboard"] = new("cloudwatch", resource => $"arn:aws:cloudwatch::{Account}:dashboard/{resource.Text("dashboardName")}") { Create = "PutDashboard", Read = "GetDashboard", Update = "PutDashboard", Delete = "DeleteDashboards" },
        ["aws:cloudwatch/eventRule:EventRule"] = new("events", Own) { Create = "PutRule TagResource", Read = "DescribeRule ListTagsForResource", Update = "PutRule EnableRule DisableRule", Delete = "DeleteRule" },
        ["aws:cloudwatch/eventTarget:EventTarget"] = new("events", resource => Arn("events", $"rule/{resource.Text("rule")}")) { Create = "PutTargets", Read = "ListTargetsByRule", Update = "PutTargets", Delete = "RemoveTargets", IsPart = true, Hands = [("roleArn", "events.amazonaws.com")] },
        ["aws:cloudwatch/logGroup:LogGroup"] = new("logs", Own) { Create = "CreateLogGroup TagResource PutRetentionPolicy AssociateKmsKey", Read = "ListTagsForResource", Update = "PutRetentionPolicy DeleteRetentionPolicy TagResource UntagResource AssociateKmsKey DisassociateKmsKey", Delete = "DeleteLogGroup", Anywhere = "DescribeLogGroups" },
        ["aws:cloudwatch/logMetricFilter:LogMetricFilter"] = new("logs", resource => Arn("logs", $"log-group:{resource.Text("logGroupName")}")) { Create = "PutMetricFilter", Read = "DescribeMetricFilters", Delete = "DeleteMetricFilter", IsPart = true },
        ["aws:cloudwatch/logStream:LogStream"] = new("logs", resource => Arn("logs", $"log-group:{resource.Text("logGroupName")}:log-stream:{resource.Text("name")}")) { Create = "CreateLogStream", Read = "DescribeLogStreams", Delete = "DeleteLogStream", IsPart = true },
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = new("cloudwatch", Own) { Create = "PutMetricAlarm TagResource", Read = "DescribeAlarms ListTagsForResource", Update = "PutMetricAlarm", Delete = "DeleteAlarms" },
        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] = new("ec2", _ => Arn("ec2", "security-group/sg-0")) { Create = "CreateTags", Update = "RevokeSecurityGroupIngress RevokeSecurityGroupEgress", Anywhere = "DescribeSecurityGroups" },
        ["aws:ec2/flowLog:FlowLog"] = new("ec2", Own) { Create = "CreateFlowLogs CreateTags", Delete = "DeleteFlowLogs", Anywhere = "DescribeFlowLogs", Hands = [("iamRoleArn", "vpc-flow-logs.amazonaws.com")] },
        ["aws:ec2/securityGroup:SecurityGroup"] = new("ec2", Own) { Create = "CreateSecurityGroup CreateTags", Update = "CreateTags DeleteTags RevokeSecurityGroupEgress", Delete = "DeleteSecurityGroup", Anywhere = "DescribeSecurityGroups DescribeNetworkInterfaces" },
        ["aws:ec2/vpcEndpoint:VpcEndpoint"] = new("ec2", Own) { Create = "CreateVpcEndpoint CreateTags", Update = "ModifyVpcEndpoint", Delete = "DeleteVpcEndpoints", Anywhere = "DescribeVpcEndpoints DescribePrefixLists" },
        ["aws:ecr/lifecyclePolicy:LifecyclePolicy"] = new("ecr", resource => Arn("ecr", $"repository/{resource.Text("repository")}")) { Create = "PutLifecyclePolicy", Read = "GetLifecyclePolicy", Delete = "DeleteLifecyclePolicy", IsPart = true },
        ["aws:ecr/repository:Repository"] = new("ecr", Own) { Create = "CreateRepository TagResource", Read = "DescribeRepositories ListTagsForResource", Update = "PutImageScanningConfiguration PutImageTagMutability", Delete = "DeleteRepository", HoldsData = true },
        ["aws:ecs/cluster:Cluster"] = new("ecs", Own) { Create = "CreateCluster TagResource", Read = "DescribeClusters", Update = "UpdateCluster UpdateClusterSettings", Delete = "DeleteCluster" },
        ["aws:ecs/clusterCapacityProviders:ClusterCapacityProviders"] = new("ecs", resource => Arn("ecs", $"cluster/{resource.Text("clusterName")}")) { Create = "PutClusterCapacityProviders", Read = "DescribeClusters", Delete = "PutClusterCapacityProviders", IsPart = true },
        ["aws:ecs/service:Service"] = new("ecs", Own) { Create = "CreateService TagResource", Read = "DescribeServices", Update = "UpdateService", Delete = "DeleteService" },
        ["aws:ecs/taskDefinition:TaskDefinition"] = new("ecs", Own) { Create = "RegisterTaskDefinition TagResource", Anywhere = "DescribeTaskDefinition", Hands = [("taskRoleArn", "ecs-tasks.amazonaws.com"), ("executionRoleArn", "ecs-tasks.amazonaws.com")] },
        ["aws:glue/catalogDatabase:CatalogDatabase"] = new("glue", Own) { Create = "CreateDatabase TagResource", Read = "GetDatabase GetTags", Update = "UpdateDatabase", Delete = "DeleteDatabase", HoldsData = true },
        ["aws:glue/catalogTable:CatalogTable"] = new("glue", Own) { Create = "CreateTable", Read = "GetTable GetPartitionIndexes", Update = "UpdateTable", Delete = "DeleteTable" },
        ["aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings"] = new("glue", _ => Arn("glue", "catalog")) { Create = "PutDataCatalogEncryptionSettings", Read = "GetDataCatalogEncryptionSettings", Hands = [("dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionServiceRole", "glue.amazonaws.com")] },
        ["aws:grafana/workspace:Workspace"] = new("grafana", Own) { Read = "DescribeWorkspace ListTagsForResource", Update = "UpdateWorkspace", Delete = "DeleteWorkspace", Hands = [("roleArn", "grafana.amazonaws.com")] },
        ["aws:iam/openIdConnectProvider:OpenIdConnectProvider"] = new("iam", Own) { Create = "CreateOpenIDConnectProvider", Read = "GetOpenIDConnectProvider", Delete = "DeleteOpenIDConnectProvider", IsBound = _ => true },
        ["aws:iam/policy:Policy"] = new("iam", Own) { Create = "CreatePolicy TagPolicy", Read = "GetPolicy GetPolicyVersion ListPolicyVersions", Update = "CreatePolicyVersion DeletePolicyVersion", Delete = "DeletePolicy", IsBound = resource => resource.Name is "boundary-policy" || resource.Name.StartsWith("delivery-", StringComparison.Ordinal) },
        ["aws:iam/role:Role"] = new("iam", Own) { Create = "CreateRole TagRole", Read = "GetRole ListRolePolicies ListAttachedRolePolicies ListInstanceProfilesForRole", Update = "UpdateAssumeRolePolicy UpdateRole PutRolePermissionsBoundary", Delete = "DeleteRole", IsBound = resource => resource.Name == "delivery-role" },
        ["aws:iam/rolePolicy:RolePolicy"] = new("iam", OfRole) { Create = "PutRolePolicy", Read = "GetRolePolicy", Delete = "DeleteRolePolicy", IsPart = true },
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = new("iam", OfRole) { Create = "AttachRolePolicy", Read = "ListAttachedRolePolicies", Delete = "DetachRolePolicy", IsPart = true, IsBound = resource => resource.Name.StartsWith("delivery-", StringComparison.Ordinal) },
        ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"] = new("firehose", Own) { Create = "CreateDeliveryStream TagDeliveryStream", Read = "DescribeDeliveryStream ListTagsForDeliveryStream", Update = "UpdateDestination", Delete = "DeleteDeliveryStream", Hands = [("extendedS3Configuration.roleArn", "firehose.amazonaws.com"), ("kinesisSourceConfiguration.roleArn", "firehose.amazonaws.com")] },
        ["aws:kinesis/stream:Stream"] = new("kinesis", Own) { Create = "CreateStream AddTagsToStream IncreaseStreamRetentionPeriod StartStreamEncryption", Read = "DescribeStreamSummary ListTagsForStream", Update = "UpdateShardCount UpdateStreamMode DecreaseStreamRetentionPeriod", Delete = "DeleteStream", HoldsData = true },
        ["aws:kms/alias:Alias"] = new("kms", Own) { Create = "CreateAlias", Update = "UpdateAlias", Delete = "DeleteAlias", Anywhere = "ListAliases" },
        ["aws:kms/key:Key"] = new("kms", Own) { Create = "TagResource", Read = "DescribeKey GetKeyPolicy GetKeyRotationStatus ListResourceTags", Update = "PutKeyPolicy EnableKeyRotation UpdateKeyDescription", Delete = "ScheduleKeyDeletion", HoldsData = true },
        ["aws:lb/listener:Listener"] = new("elasticloadbalancing", resource => resource.Text("loadBalancerArn")!.Replace(":loadbalancer/", ":listener/", StringComparison.Ordinal) + "/0") { Create = "CreateListener AddTags", Update = "ModifyListener", Delete = "DeleteListener", Anywhere = "DescribeListeners DescribeTags" },
        ["aws:lb/loadBalancer:LoadBalancer"] = new("elasticloadbalancing", Own) { Create = "CreateLoadBalancer AddTags", Update = "ModifyLoadBalancerAttributes SetSecurityGroups SetSubnets", Delete = "DeleteLoadBalancer", Anywhere = "DescribeLoadBalancers DescribeLoadBalancerAttributes" },
        ["aws:lb/targetGroup:TargetGroup"] = new("elasticloadbalancing", Own) { Create = "CreateTargetGroup AddTags", Update = "ModifyTargetGroup ModifyTargetGroupAttributes", Delete = "DeleteTargetGroup", Anywhere = "DescribeTargetGroups DescribeTargetGroupAttributes" },
        ["aws:quicksight/dashboard:Dashboard"] = QuickSight("Dashboard"),
        ["aws:quicksight/dataSet:DataSet"] = QuickSight("DataSet"),
        ["aws:quicksight/dataSource:DataSource"] = QuickSight("DataSource"),
        ["aws:rds/instance:Instance"] = new("rds", Own) { Create = "CreateDBInstance AddTagsToResource", Read = "DescribeDBInstances ListTagsForResource", Update = "ModifyDBInstance RebootDBInstance", Delete = "DeleteDBInstance", HoldsData = true, Hands = [("monitoringRoleArn", "monitoring.rds.amazonaws.com")] },
        ["aws:rds/parameterGroup:ParameterGroup"] = new("rds", Own) { Create = "CreateDBParameterGroup AddTagsToResource ModifyDBParameterGroup", Read = "DescribeDBParameterGroups DescribeDBParameters ListTagsForResource", Update = "ResetDBParameterGroup", Delete = "DeleteDBParameterGroup" },
        ["aws:rds/subnetGroup:SubnetGroup"] = new("rds", Own) { Create = "CreateDBSubnetGroup AddTagsToResource", Read = "DescribeDBSubnetGroups ListTagsForResource", Update = "ModifyDBSubnetGroup", Delete = "DeleteDBSubnetGroup" },
        ["aws:s3/bucket:Bucket"] = new("s3", Own) { Create = "CreateBucket PutBucketTagging", Read = "ListBucket GetBucketAcl GetBucketCORS GetBucketWebsite GetBucketVersioning GetAccelerateConfiguration GetBucketRequestPayment GetBucketLogging GetLifecycleConfiguration GetReplicationConfiguration GetEncryptionConfiguration GetBucketObjectLockConfiguration GetBucketTagging", Update = "PutBucketTagging", Delete = "DeleteBucket", HoldsData = true },
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = Bucket("PutLifecycleConfiguration", "GetLifecycleConfiguration"),
        ["aws:s3/bucketLogging:BucketLogging"] = Bucket("PutBucketLogging", "GetBucketLogging"),
        ["aws:s3/bucketNotification:BucketNotification"] = Bucket("PutBucketNotification", "GetBucketNotification"),
        ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] = Bucket("PutBucketOwnershipControls", "GetBucketOwnershipControls"),
        ["aws:s3/bucketPolicy:BucketPolicy"] = Bucket("PutBucketPolicy", "GetBucketPolicy") with { Delete = "DeleteBucketPolicy" },
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = Bucket("PutBucketPublicAccessBlock", "GetBucketPublicAccessBlock"),
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = Bucket("PutEncryptionConfiguration", "GetEncryptionConfiguration"),
        ["aws:s3/bucketVersioning:BucketVersioning"] = Bucket("PutBucketVersioning", "GetBucketVersioning"),
        ["aws:scheduler/schedule:Schedule"] = new("scheduler", Own) { Create = "CreateSchedule", Read = "GetSchedule", Update = "UpdateSchedule", Delete = "DeleteSchedule", Hands = [("target.roleArn", "scheduler.amazonaws.com")] },
        ["aws:scheduler/scheduleGroup:ScheduleGroup"] = new("scheduler", Own) { Create = "CreateScheduleGroup TagResource", Read = "GetScheduleGroup ListTagsForResource", Delete = "DeleteScheduleGroup" },
        ["aws:secretsmanager/secretRotation:SecretRotation"] = new("secretsmanager", _ => Arn("secretsmanager", "secret:rds!db-0-AbCdEf")),
        ["aws:sfn/stateMachine:StateMachine"] = new("states", Own) { Create = "CreateStateMachine TagResource", Read = "DescribeStateMachine ListTagsForResource ListStateMachineVersions", Update = "UpdateStateMachine", Delete = "DeleteStateMachine", Anywhere = "ValidateStateMachineDefinition", Hands = [("roleArn", "states.amazonaws.com")] },
        ["aws:sns/topic:Topic"] = new("sns", Own) { Create = "CreateTopic TagResource SetTopicAttributes", Read = "GetTopicAttributes ListTagsForResource", Update = "SetTopicAttributes", Delete = "DeleteTopic" },
        ["aws:sns/topicPolicy:TopicPolicy"] = new("sns", resource => resource.Text("arn")!) { Create = "SetTopicAttributes", Read = "GetTopicAttributes", Delete = "SetTopicAttributes", IsPart = true },
        ["aws:sns/topicSubscription:TopicSubscription"] = new("sns", resource => resource.Text("topic")!) { Create = "Subscribe", Read = "GetSubscriptionAttributes", Update = "SetSubscriptionAttributes", Delete = "Unsubscribe", IsPart = true },
        ["aws:sqs/queue:Queue"] = new("sqs", Own) { Create = "CreateQueue TagQueue", Read = "GetQueueAttributes GetQueueUrl ListQueueTags", Update = "SetQueueAttributes", Delete = "DeleteQueue" },
        ["aws:sqs/queuePolicy:QueuePolicy"] = new("sqs", resource => Arn("sqs", resource.Text("queueUrl")!.Split('/')[^1])) { Create = "SetQueueAttributes", Read = "GetQueueAttributes", Delete = "SetQueueAttributes", IsPart = true },
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = new("ec2", Own) { Create = "AuthorizeSecurityGroupEgress CreateTags", Update = "ModifySecurityGroupRules", Delete = "RevokeSecurityGroupEgress", Anywhere = "DescribeSecurityGroupRules" },
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = new("ec2", Own) { Create = "AuthorizeSecurityGroupIngress CreateTags", Update = "ModifySecurityGroupRules", Delete = "RevokeSecurityGroupIngress", Anywhere = "DescribeSecurityGroupRules" },

        // A component of another program: the mocks see none of what it makes, and the calls for that are a list of their own.
        ["awsx:ec2:Vpc"] = new("ec2", _ => Arn("ec2", "vpc/vpc-0")) { Create = "CreateVpc CreateTags", Read = "DescribeVpcAttribute", Update = "ModifyVpcAttribute AttachInternetGateway CreateSubnet CreateRouteTable", Delete = "DeleteVpc", Anywhere = "DescribeVpcs DescribeSubnets DescribeRouteTables DescribeNetworkAcls DescribeInternetGateways DescribeNatGateways DescribeAddresses DescribeAvailabilityZones" },
    };

    private static string Own(GraphResource resource) => resource.Arn;

    private static string OfRole(GraphResource resource) => $"arn:aws:iam::{Account}:role/{resource.Text("role")}";

    private static string Scalable(GraphResource resource) => Arn("application-autoscaling", "scalable-target/0");

    private static ManagedType Gateway(Func<GraphResource, string> path, bool part = true) =>
        new("apigateway", resource => $"arn:aws:apigateway:{Region}::{path(resource)}") { Create = "POST", Read = "GET", Update = "PATCH", Delete = "DELETE", IsPart = part };

    private static ManagedType Bucket(string put, string get) =>
        new("s3", resource => $"arn:aws:s3:::{resource.Text("bucket")}") { Create = put, Read = get, Update = put, Delete = put, IsPart = true };

    // QuickSight's ARNs have the id that the program gives, not the name that people see.
    private static ManagedType QuickSight(string kind) =>
        new("quicksight", resource => Arn("quicksight", $"{kind.ToLowerInvariant()}/{resource.Text($"{char.ToLowerInvariant(kind[0])}{kind[1..]}Id")}")) { Create = $"Create{kind} TagResource", Read = $"Describe{kind} ListTagsForResource", Update = $"Update{kind} Update{kind}Permissions", Delete = $"Delete{kind}" };
}
