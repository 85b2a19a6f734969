using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Recommender.Infra.Reporting;
using Recommender.Infra.Reporting.DataSets;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Observability;

/// <summary>
/// An Amazon Managed Grafana workspace that reads CloudWatch and, through the dashboards' workgroup, the tables that dashboards show.
/// People sign in with IAM Identity Center, which the account must have; an administrator gives them access in the console.
/// </summary>
public sealed class Grafana : PlatformComponent
{
    /// <summary>Makes it.</summary>
    public Grafana(string name, GrafanaArgs args, ComponentResourceOptions? options = null)
        : base("Grafana", name, args, options)
    {
        var reader = new AthenaReader($"{name}-reader", new()
        {
            Context = Context,
            Service = "grafana.amazonaws.com",
            Description = "Reads metrics, and the tables that dashboards show",
            Tables = [.. Reports.All.SelectMany(report => report.Tables).Distinct()],
            Place = args.Place,
            More =
            [
                new("ReadMetrics")
                {
                    Actions = ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics"],

                    // CloudWatch's metrics are nobody's resource: these calls take none (service authorization reference).
                    Resources = ["*"],
                },
                new("ReadAlarms")
                {
                    Actions = ["cloudwatch:DescribeAlarmHistory", "cloudwatch:DescribeAlarms"],
                    Resources = [Context.Arn("cloudwatch", $"alarm:{Context.Name("*")}")],
                },
            ],
        }, new() { Parent = this });
        var workspace = new Aws.Grafana.Workspace(Child("workspace"), new()
        {
            Name = Context.Name("metrics"),
            Description = $"Metrics and tables of stack {Context.Stack}",
            AccountAccessType = "CURRENT_ACCOUNT",
            AuthenticationProviders = { "AWS_SSO" },
            PermissionType = "CUSTOMER_MANAGED",
            RoleArn = reader.RoleArn,
            DataSources = { "ATHENA", "CLOUDWATCH" },
        }, Owned(reader.Policy));
        Url = Output.Format($"https://{workspace.Endpoint}");
        RegisterOutputs(new Dictionary<string, object?> { ["url"] = Url });
    }

    /// <summary>Where to sign in.</summary>
    public Output<string> Url { get; }
}
