using Recommender.Infra.Policies;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>Changing QuickSight's data sets and dashboards, where the stack has them.</summary>
internal static class DashboardRights
{
    /// <summary>The statements; none where the stack has no dashboards.</summary>
    public static IReadOnlyList<PolicyStatement> Of(StackScope scope) => !scope.Context.Settings.Dashboards.Enabled
        ? []
        :
        [
            .. Kinds.Select(kind => Change(scope, kind.Action, kind.Path, kind.Extra)),

            // A dashboard's definition goes through CloudFormation, which acts with the rights of who deploys.
            new("ChangeDefinitions")
            {
                Actions =
                [
                    "cloudformation:CreateStack", "cloudformation:DeleteStack", "cloudformation:DescribeStackEvents", "cloudformation:DescribeStacks",
                    "cloudformation:GetTemplate", "cloudformation:TagResource", "cloudformation:UntagResource", "cloudformation:UpdateStack",
                ],
                Resources = [scope.Named("cloudformation", "stack/", "/*")],
            },
            new("TagDashboards")
            {
                Actions = ["quicksight:ListTagsForResource", "quicksight:TagResource", "quicksight:UntagResource"],
                Resources = [.. Kinds.Select(kind => scope.Named("quicksight", $"{kind.Path}/"))],
            },
        ];

    private static IReadOnlyList<(string Action, string Path, string[] Extra)> Kinds { get; } =
    [
        ("Dashboard", "dashboard", ["quicksight:DescribeDashboardDefinition", "quicksight:ListDashboardVersions", "quicksight:UpdateDashboardPublishedVersion"]),
        ("DataSet", "dataset", ["quicksight:CreateIngestion", "quicksight:DescribeDataSetRefreshProperties", "quicksight:PassDataSet"]),
        ("DataSource", "datasource", ["quicksight:PassDataSource"]),
    ];

    private static PolicyStatement Change(StackScope scope, string action, string path, string[] extra) => new($"Change{action}")
    {
        Actions =
        [
            $"quicksight:Create{action}", $"quicksight:Delete{action}", $"quicksight:Describe{action}", $"quicksight:Describe{action}Permissions", $"quicksight:Update{action}",
            $"quicksight:Update{action}Permissions", .. extra,
        ],
        Resources = [scope.Named("quicksight", $"{path}/")],
    };
}
