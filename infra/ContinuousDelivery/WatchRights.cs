using Recommender.Infra.Policies;
using Recommender.Infra.Settings;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>Changing logs, alarms, dashboards and the budget, without reading a log.</summary>
internal static class WatchRights
{
    /// <summary>The statements.</summary>
    public static IReadOnlyList<PolicyStatement> Of(StackScope scope) =>
    [
        new("ChangeLogs")
        {
            Actions =
            [
                "logs:AssociateKmsKey", "logs:CreateLogGroup", "logs:CreateLogStream", "logs:DeleteLogGroup", "logs:DeleteLogStream", "logs:DeleteMetricFilter",
                "logs:DeleteRetentionPolicy", "logs:DescribeLogStreams", "logs:DescribeMetricFilters", "logs:DisassociateKmsKey", "logs:ListTagsForResource",
                "logs:PutMetricFilter", "logs:PutRetentionPolicy", "logs:TagResource", "logs:UntagResource",
            ],
            Resources =
            [
                scope.Any("logs", $"log-group:{scope.Context.LogGroup("*")}"), scope.Any("logs", $"log-group:/aws/*/{scope.Names}"),
            ],
        },

        // Log groups are looked for, and delivered logs (API Gateway's, Step Functions') are set up, for an account as a whole.
        new("DeliverLogs")
        {
            Actions =
            [
                "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:GetLogDelivery",
                "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
            ],
            Resources = ["*"],
        },
        new("ChangeAlarms")
        {
            Actions =
            [
                "cloudwatch:DeleteAlarms", "cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource", "cloudwatch:PutCompositeAlarm", "cloudwatch:PutMetricAlarm",
                "cloudwatch:TagResource", "cloudwatch:UntagResource",
            ],
            Resources = [scope.Named("cloudwatch", "alarm:")],
        },
        new("ChangeDashboards")
        {
            Actions = ["cloudwatch:DeleteDashboards", "cloudwatch:GetDashboard", "cloudwatch:PutDashboard"],
            Resources = [scope.Global("cloudwatch", $"dashboard/{scope.Names}")],
        },
        new("ChangeBudget")
        {
            Actions = ["budgets:ListTagsForResource", "budgets:ModifyBudget", "budgets:TagResource", "budgets:UntagResource", "budgets:ViewBudget"],
            Resources = [scope.Global("budgets", $"budget/{scope.Names}")],
        },
        new("ChangeSlackChannel")
        {
            Actions =
            [
                "chatbot:CreateSlackChannelConfiguration", "chatbot:DeleteSlackChannelConfiguration", "chatbot:DescribeSlackChannelConfigurations",
                "chatbot:ListTagsForResource", "chatbot:TagResource", "chatbot:UntagResource", "chatbot:UpdateSlackChannelConfiguration",
            ],
            Resources = [scope.Global("chatbot", $"chat-configuration/slack-channel/{scope.Names}")],
        },
        .. Grafana(scope),
    ];

    private static IEnumerable<PolicyStatement> Grafana(StackScope scope) => !scope.Context.Settings.Monitoring.Grafana
        ? []
        :
        [
            // A workspace that is not there yet has no ARN.
            new("MakeGrafana") { Actions = ["grafana:CreateWorkspace"], Resources = ["*"], Conditions = scope.New },
            new("ChangeGrafana")
            {
                Actions =
                [
                    "grafana:DeleteWorkspace", "grafana:DescribeWorkspace", "grafana:DescribeWorkspaceAuthentication", "grafana:DescribeWorkspaceConfiguration",
                    "grafana:ListTagsForResource", "grafana:TagResource", "grafana:UntagResource", "grafana:UpdateWorkspace", "grafana:UpdateWorkspaceAuthentication",
                    "grafana:UpdateWorkspaceConfiguration",
                ],
                Resources = [scope.Any("grafana", "/workspaces/*")],
                Conditions = scope.Own,
            },
        ];
}
