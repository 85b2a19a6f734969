using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Databases;

/// <summary>
/// Where a database's logs go, and the role that writes its operating system's metrics. RDS would create the log groups by itself, kept
/// for ever and without the stack's key: so they are there first.
/// </summary>
public sealed class DatabaseLogs : PlatformComponent
{
    private readonly List<Resource> _ready = [];

    /// <summary>Creates the log groups and the role.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="args">What it is given.</param>
    /// <param name="options">Its resource options.</param>
    public DatabaseLogs(string name, DatabaseLogsArgs args, ComponentResourceOptions? options = null)
        : base("DatabaseLogs", name, args, options)
    {
        foreach (var export in Exports)
        {
            _ready.Add(LogGroup(export, $"/aws/rds/instance/{args.Identifier}/{export}", args.KeyArn));
        }

        var role = new Aws.Iam.Role(Child("monitoring"), new()
        {
            Name = Context.Name("source-monitoring"),
            Description = "Enhanced monitoring of the source database",
            AssumeRolePolicy = Trust.Service(Context, "monitoring.rds.amazonaws.com"),
        }, Owned());

        // What AWS's own AmazonRDSEnhancedMonitoringRole allows, in this account and region alone. The log group is RDS's, one for the region.
        var metrics = Context.Arn("logs", "log-group:RDSOSMetrics");
        _ready.Add(new Aws.Iam.RolePolicy(Child("monitoring-policy"), new()
        {
            Name = "write-metrics",
            Role = role.Name,
            Policy = PolicyDocument.Json(
                new("Group") { Actions = ["logs:CreateLogGroup", "logs:PutRetentionPolicy"], Resources = [metrics] },
                new("Streams")
                {
                    Actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:GetLogEvents", "logs:PutLogEvents"],
                    Resources = [Output.Format($"{metrics}:log-stream:*")],
                }),
        }, Owned()));
        MonitoringRoleArn = role.Arn;
        RegisterOutputs();
    }

    /// <summary>The logs that the database writes: its own, those of upgrades, and failed sign-ins with IAM tokens.</summary>
    public static IReadOnlyList<string> Exports { get; } = ["postgresql", "upgrade", "iam-db-auth-error"];

    /// <summary>What must be there before the database.</summary>
    public IReadOnlyList<Resource> Ready => _ready;

    /// <summary>The role of enhanced monitoring.</summary>
    public Output<string> MonitoringRoleArn { get; }
}
