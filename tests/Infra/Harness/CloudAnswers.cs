using System.Collections.Immutable;
using static Recommender.Infra.Tests.Harness.CloudNames;

namespace Recommender.Infra.Tests.Harness;

/// <summary>Ids, ARNs and addresses per type of resource, in the form that AWS documents for each.</summary>
internal static class CloudAnswers
{
    /// <summary>The answer to a resource.</summary>
    /// <param name="type">Its type token.</param>
    /// <param name="logical">Its logical name.</param>
    /// <param name="inputs">Its inputs.</param>
    public static CloudAnswer Of(string type, string logical, ImmutableDictionary<string, object> inputs)
    {
        var name = Physical(type, logical, inputs);
        var hash = Hex(type + logical, 17);
        string Input(string key, string otherwise = "") => inputs.GetValueOrDefault(key) as string ?? otherwise;
        CloudAnswer ById(string id, string service, string resource, params (string, object)[] more) => new(id, Arn(service, resource), [("name", name), .. more]);
        CloudAnswer ByArn(string service, string resource, params (string, object)[] more) => new(Arn(service, resource), Arn(service, resource), [("name", name), .. more]);
        CloudAnswer Global(string id, string arn, params (string, object)[] more) => new(id, arn, [("name", name), .. more]);
        CloudAnswer Ec2(string prefix, string kind, params (string, object)[] more) => new($"{prefix}-{hash}", Arn("ec2", $"{kind}/{prefix}-{hash}"), more);
        CloudAnswer Bare(string id, params (string, object)[] more) => new(id, null, more);

        return type switch
        {
            "aws:s3/bucket:Bucket" => new(name, $"arn:aws:s3:::{name}", ("bucket", name), ("bucketDomainName", $"{name}.s3.amazonaws.com"), ("bucketRegionalDomainName", $"{name}.s3.{Region}.amazonaws.com")),
            _ when type.StartsWith("aws:s3/bucket", StringComparison.Ordinal) => Bare(Input("bucket")),
            "aws:kms/key:Key" => Uuid(type + logical) is var key ? new(key, Arn("kms", $"key/{key}"), ("keyId", key)) : null!,
            "aws:kms/alias:Alias" => ById(name, "kms", name),

            "aws:iam/role:Role" => Global(name, $"arn:aws:iam::{Account}:role{Input("path", "/")}{name}", ("uniqueId", $"AROA{hash.ToUpperInvariant()}")),
            "aws:iam/policy:Policy" => Global($"arn:aws:iam::{Account}:policy{Input("path", "/")}{name}", $"arn:aws:iam::{Account}:policy{Input("path", "/")}{name}"),
            "aws:iam/rolePolicy:RolePolicy" => Bare($"{Input("role")}:{name}", ("name", name)),
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider" => $"arn:aws:iam::{Account}:oidc-provider/{Input("url").Replace("https://", "", StringComparison.Ordinal)}" is var provider ? new(provider, provider) : null!,

            "aws:ec2/vpc:Vpc" => Ec2("vpc", "vpc", ("mainRouteTableId", $"rtb-{hash}"), ("defaultRouteTableId", $"rtb-{hash}"), ("defaultSecurityGroupId", $"sg-{hash}"), ("defaultNetworkAclId", $"acl-{hash}")),
            "aws:ec2/subnet:Subnet" => Ec2("subnet", "subnet"),
            "aws:ec2/routeTable:RouteTable" => Ec2("rtb", "route-table"),
            "aws:ec2/internetGateway:InternetGateway" => Ec2("igw", "internet-gateway"),
            "aws:ec2/natGateway:NatGateway" => Bare($"nat-{hash}"),
            "aws:ec2/eip:Eip" => Ec2("eipalloc", "elastic-ip", ("allocationId", $"eipalloc-{hash}"), ("publicIp", "198.51.100.7")),
            "aws:ec2/securityGroup:SecurityGroup" => Ec2("sg", "security-group", ("name", name)),
            "aws:ec2/vpcEndpoint:VpcEndpoint" => Ec2("vpce", "vpc-endpoint", ("prefixListId", $"pl-{hash[..8]}")),
            "aws:ec2/flowLog:FlowLog" => Ec2("fl", "vpc-flow-log"),
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" or "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule" => Ec2("sgr", "security-group-rule", ("securityGroupRuleId", $"sgr-{hash}")),

            "aws:cloudwatch/logGroup:LogGroup" => ById(name, "logs", $"log-group:{name}"),
            "aws:cloudwatch/logStream:LogStream" => ById(name, "logs", $"log-group:{Input("logGroupName")}:log-stream:{name}"),
            "aws:cloudformation/stack:Stack" => ByArn("cloudformation", $"stack/{name}/{Uuid(logical)}"),
            "aws:cloudwatch/metricAlarm:MetricAlarm" or "aws:cloudwatch/compositeAlarm:CompositeAlarm" => Input("alarmName", name) is var alarm ? ById(alarm, "cloudwatch", $"alarm:{alarm}") : null!,
            "aws:cloudwatch/dashboard:Dashboard" => Bare(name, ("dashboardArn", $"arn:aws:cloudwatch::{Account}:dashboard/{name}")),
            "aws:cloudwatch/eventRule:EventRule" => ById(name, "events", $"rule/{name}"),
            "aws:sns/topic:Topic" => ByArn("sns", name),
            "aws:sns/topicSubscription:TopicSubscription" => ByArn("sns", $"{Input("topic").Split(':')[^1]}:{Uuid(logical)}"),
            "aws:sqs/queue:Queue" => new($"https://sqs.{Region}.amazonaws.com/{Account}/{name}", Arn("sqs", name), ("name", name), ("url", $"https://sqs.{Region}.amazonaws.com/{Account}/{name}")),
            "aws:budgets/budget:Budget" => Global($"{Account}:{name}", $"arn:aws:budgets::{Account}:budget/{name}"),
            "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration" => Global($"arn:aws:chatbot::{Account}:chat-configuration/slack-channel/{name}", $"arn:aws:chatbot::{Account}:chat-configuration/slack-channel/{name}", ("chatConfigurationArn", $"arn:aws:chatbot::{Account}:chat-configuration/slack-channel/{name}")),
            "aws:grafana/workspace:Workspace" => ById($"g-{hash[..10]}", "grafana", $"/workspaces/g-{hash[..10]}", ("endpoint", $"g-{hash[..10]}.grafana-workspace.{Region}.amazonaws.com")),

            "aws:athena/workgroup:Workgroup" => ById(name, "athena", $"workgroup/{name}"),
            "aws:athena/namedQuery:NamedQuery" => Bare(Uuid(logical), ("name", name)),
            "aws:glue/catalogDatabase:CatalogDatabase" => ById($"{Account}:{name}", "glue", $"database/{name}", ("catalogId", Account)),
            "aws:glue/catalogTable:CatalogTable" => ById($"{Account}:{Input("databaseName")}:{name}", "glue", $"table/{Input("databaseName")}/{name}", ("catalogId", Account)),
            "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings" => Bare(Account, ("catalogId", Account)),
            "aws:kinesis/stream:Stream" => ByArn("kinesis", $"stream/{name}"),
            "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream" => ByArn("firehose", $"deliverystream/{name}"),

            "aws:rds/instance:Instance" => ById($"db-{hash.ToUpperInvariant()}", "rds", $"db:{name}", ("identifier", name), ("resourceId", $"db-{hash.ToUpperInvariant()}"), ("port", 5432), ("address", $"{name}.{hash[..12]}.{Region}.rds.amazonaws.com"), ("endpoint", $"{name}.{hash[..12]}.{Region}.rds.amazonaws.com:5432"), ("masterUserSecrets", Secrets($"rds!db-{Uuid(logical)}", inputs))),
            "aws:rds/subnetGroup:SubnetGroup" => ById(name, "rds", $"subgrp:{name}"),
            "aws:rds/parameterGroup:ParameterGroup" => ById(name, "rds", $"pg:{name}"),
            "aws:secretsmanager/secret:Secret" => ByArn("secretsmanager", $"secret:{name}-{Letters(hash)}"),
            "aws:secretsmanager/secretVersion:SecretVersion" => new($"{Input("secretId")}|{Uuid(logical)}", Input("secretId"), ("versionId", Uuid(logical))),

            "aws:ecr/repository:Repository" => ById(name, "ecr", $"repository/{name}", ("repositoryUrl", $"{Account}.dkr.ecr.{Region}.amazonaws.com/{name}"), ("registryId", Account)),
            "aws:ecs/cluster:Cluster" => ByArn("ecs", $"cluster/{name}"),
            "aws:ecs/service:Service" => ByArn("ecs", $"service/{Input("cluster").Split('/')[^1]}/{name}"),
            "aws:ecs/taskDefinition:TaskDefinition" => new(name, Arn("ecs", $"task-definition/{name}:1"), ("revision", 1), ("arnWithoutRevision", Arn("ecs", $"task-definition/{name}"))),
            "aws:lb/loadBalancer:LoadBalancer" => Balancing($"loadbalancer/app/{name}/{hash[..16]}", $"app/{name}/{hash[..16]}", ("name", name), ("dnsName", $"internal-{name}-{hash[..9]}.{Region}.elb.amazonaws.com"), ("zoneId", "Z32O12XQLNTSW2")),
            "aws:lb/targetGroup:TargetGroup" => Balancing($"targetgroup/{name}/{hash[..16]}", $"targetgroup/{name}/{hash[..16]}", ("name", name)),
            "aws:lb/listener:Listener" => Balancing($"listener/app/{logical}/{hash[..16]}/{hash[..16]}", ""),
            "aws:apigatewayv2/api:Api" => new(hash[..10], $"arn:aws:apigateway:{Region}::/apis/{hash[..10]}", ("name", name), ("apiEndpoint", $"https://{hash[..10]}.execute-api.{Region}.amazonaws.com"), ("executionArn", Arn("execute-api", hash[..10]))),
            "aws:apigatewayv2/stage:Stage" => new(name, $"arn:aws:apigateway:{Region}::/apis/{Input("apiId")}/stages/{name}", ("name", name), ("executionArn", Arn("execute-api", $"{Input("apiId")}/{name}")), ("invokeUrl", $"https://{Input("apiId")}.execute-api.{Region}.amazonaws.com/{(name == "$default" ? "" : name)}")),
            "aws:apigatewayv2/vpcLink:VpcLink" => new(hash[..6], $"arn:aws:apigateway:{Region}::/vpclinks/{hash[..6]}"),
            "aws:apigatewayv2/authorizer:Authorizer" or "aws:apigatewayv2/integration:Integration" or "aws:apigatewayv2/route:Route" => Bare(hash[..7]),
            "aws:appautoscaling/target:Target" => Bare(Input("resourceId")),
            "aws:appautoscaling/policy:Policy" => new(name, Arn("autoscaling", $"scalingPolicy:{Uuid(logical)}:resource/ecs/{Input("resourceId")}:policyName/{name}"), ("name", name)),

            "aws:sfn/stateMachine:StateMachine" => ByArn("states", $"stateMachine:{name}"),
            "aws:scheduler/schedule:Schedule" => ById($"{Input("groupName", "default")}/{name}", "scheduler", $"schedule/{Input("groupName", "default")}/{name}"),
            "aws:scheduler/scheduleGroup:ScheduleGroup" => ById(name, "scheduler", $"schedule-group/{name}"),
            "aws:quicksight/dataSource:DataSource" => ById($"{Account}/{name}", "quicksight", $"datasource/{name}"),
            "aws:quicksight/dataSet:DataSet" => ById($"{Account},{name}", "quicksight", $"dataset/{name}"),
            "aws:quicksight/dashboard:Dashboard" => ById($"{Account},{name}", "quicksight", $"dashboard/{name}"),
            "aws:quicksight/analysis:Analysis" => ById($"{Account},{name}", "quicksight", $"analysis/{name}"),
            "aws:quicksight/template:Template" => ById($"{Account},{name}", "quicksight", $"template/{name}"),

            "awsx:ec2:Vpc" => Network(hash, inputs),
            _ => Bare($"{name}-id"),
        };

        CloudAnswer Balancing(string resource, string suffix, params (string, object)[] more) =>
            new(Arn("elasticloadbalancing", resource), Arn("elasticloadbalancing", resource), [("arnSuffix", suffix), .. more]);
    }

    // Six letters, which Secrets Manager puts behind a secret's name.
    private static string Letters(string hash) => string.Concat(hash.Take(6).Select(digit => (char)('A' + Convert.ToInt32(digit.ToString(), 16))));

    private static ImmutableArray<object> Secrets(string name, ImmutableDictionary<string, object> inputs) =>
        inputs.GetValueOrDefault("manageMasterUserPassword") is true
            ? ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty
                .Add("secretArn", Arn("secretsmanager", $"secret:{name}-{Letters(Hex(name, 6))}"))
                .Add("secretStatus", "active")
                .Add("kmsKeyId", inputs.GetValueOrDefault("masterUserSecretKmsKeyId", "")))
            : ImmutableArray<object>.Empty;

    // One subnet of each kind in each zone, as awsx lays them out.
    private static CloudAnswer Network(string hash, ImmutableDictionary<string, object> inputs)
    {
        var zones = inputs.GetValueOrDefault("numberOfAvailabilityZones") is double count ? (int)count : GraphValue.List(inputs.GetValueOrDefault("availabilityZoneNames")).Length is > 0 and var named ? named : 3;
        var specs = GraphValue.List(inputs.GetValueOrDefault("subnetSpecs"));
        string[] kinds = specs.Length > 0 ? [.. specs.Select(spec => ((string)GraphValue.At(spec, "type")!).ToUpperInvariant())] : ["PUBLIC", "PRIVATE"];
        ImmutableArray<object> Subnets(string kind) => [.. Enumerable.Range(0, kinds.Count(given => given == kind) * zones).Select(index => $"subnet-{Hex($"{hash}{kind}{index}", 17)}")];
        return new($"vpc-{hash}", null,
            ("vpcId", $"vpc-{hash}"),
            ("publicSubnetIds", Subnets("PUBLIC")),
            ("privateSubnetIds", Subnets("PRIVATE")),
            ("isolatedSubnetIds", Subnets("ISOLATED")),
            ("unusedSubnetIds", Subnets("UNUSED")));
    }
}
