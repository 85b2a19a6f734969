using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Observability.Alarms;
using Recommender.Infra.Observability.Charts;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Observability;

/// <summary>The stack's dashboard, its alarms and its budget, and Grafana where the settings ask for it.</summary>
public sealed class Monitoring : PlatformComponent
{
    /// <summary>Makes it.</summary>
    public Monitoring(string name, MonitoringArgs args, ComponentResourceOptions? options = null)
        : base("Monitoring", name, args, options)
    {
        var maker = new AlarmMaker(Context, args.TopicArn);
        var alarms = Rules(args).Select(rule => maker.Make(Child(rule.Name), rule, Owned())).ToList();
        var dashboard = new Aws.CloudWatch.Dashboard(Child("dashboard"), new()
        {
            DashboardName = Context.Name("overview"),
            DashboardBody = DashboardBody.Json(Context.Region, [.. alarms.Select(alarm => alarm.Arn)], StackCharts.Of(args)),
        }, Owned());
        Budget(args);
        DashboardName = dashboard.DashboardName;
        DashboardUrl = Output.Format($"https://{Context.Region}.console.aws.amazon.com/cloudwatch/home?region={Context.Region}#dashboards:name={DashboardName}");
        GrafanaUrl = !Context.Settings.Monitoring.Grafana ? null : new Grafana($"{name}-grafana", new() { Context = Context, Place = args.Place }, new() { Parent = this }).Url;
        RegisterOutputs(new Dictionary<string, object?> { ["dashboardName"] = DashboardName, ["dashboardUrl"] = DashboardUrl, ["grafanaUrl"] = GrafanaUrl });
    }

    /// <summary>The dashboard's name.</summary>
    public Output<string> DashboardName { get; }

    /// <summary>Where to look at it, signed in to the console.</summary>
    public Output<string> DashboardUrl { get; }

    /// <summary>Where to sign in to Grafana; null where the stack has none.</summary>
    public Output<string>? GrafanaUrl { get; }

    private static IEnumerable<AlarmRule> Rules(MonitoringArgs args)
    {
        var settings = args.Context.Settings;
        return
        [
            .. args.Pipeline is { } pipeline ? PipelineAlarms.Of(pipeline, settings) : [],
            .. args.Api is { } api ? ApiAlarms.Of(api, settings.Monitoring) : [],
            .. QueryAlarms.Of(args.Workgroups, settings.Monitoring),
            .. args.DatabaseInstanceId is { } database ? DatabaseAlarms.Of(database, settings.Database) : [],
            .. args.Stream is { } stream ? StreamAlarms.Of(stream, settings) : [],
        ];
    }

    /// <summary>The stack's cost, told apart by its tag. Billing knows a tag once it is activated as a cost allocation tag, by hand.</summary>
    private void Budget(MonitoringArgs args) => _ = new Aws.Budgets.Budget(Child("budget"), new()
    {
        Name = Context.Name("monthly"),
        BudgetType = "COST",
        TimeUnit = "MONTHLY",
        LimitAmount = FormattableString.Invariant($"{Context.Settings.Monitoring.MonthlyBudgetUsd}"),
        LimitUnit = "USD",
        CostFilters = { new Aws.Budgets.Inputs.BudgetCostFilterArgs { Name = "TagKeyValue", Values = { $"user:stack${Context.Stack}" } } },
        Notifications =
        {
            Notification("ACTUAL", 80, args.TopicArn),
            Notification("FORECASTED", 100, args.TopicArn),
        },
    }, Owned());

    private static Aws.Budgets.Inputs.BudgetNotificationArgs Notification(string type, double percent, Input<string> topicArn) => new()
    {
        NotificationType = type,
        ComparisonOperator = "GREATER_THAN",
        Threshold = percent,
        ThresholdType = "PERCENTAGE",
        SubscriberSnsTopicArns = { topicArn },
    };
}
