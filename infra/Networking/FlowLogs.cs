using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Networking;

/// <summary>Records which connections were made in the network and which were refused.</summary>
public sealed class FlowLogs : PlatformComponent
{
    private const int TenMinutes = 600;

    /// <summary>Makes the log, and the role under which AWS writes it.</summary>
    public FlowLogs(string name, FlowLogsArgs args, ComponentResourceOptions? options = null)
        : base("FlowLogs", name, args, options)
    {
        var group = LogGroup("group", Context.LogGroup("flow-logs"), args.KeyArn, Stateful());
        var role = new Aws.Iam.Role(Child("role"), new()
        {
            Name = Context.Name("flow-logs"),
            Description = "Writes the network's flow logs",
            AssumeRolePolicy = Trust.Service(Context, "vpc-flow-logs.amazonaws.com"),
        }, Owned());
        var policy = new Aws.Iam.RolePolicy(Child("policy"), new()
        {
            Name = "write-flow-logs",
            Role = role.Name,
            Policy = PolicyDocument.Json(
                new PolicyStatement("Write") { Actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], Resources = [group.Arn, Output.Format($"{group.Arn}:*")] },
                // The service looks for its group among all groups: listing takes no narrower resource.
                new PolicyStatement("Find") { Actions = ["logs:DescribeLogGroups"], Resources = [Context.Arn("logs", "log-group:*")] }),
        }, Owned());
        _ = new Aws.Ec2.FlowLog(Child("log"), new()
        {
            VpcId = args.VpcId,
            TrafficType = "ALL",
            LogDestinationType = "cloud-watch-logs",
            LogDestination = group.Arn,
            IamRoleArn = role.Arn,
            MaxAggregationInterval = TenMinutes,
        }, Owned(policy));
        RegisterOutputs();
    }
}
