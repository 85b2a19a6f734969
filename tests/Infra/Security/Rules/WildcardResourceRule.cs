using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>No role may do something to every resource, where the action knows resources.</summary>
internal sealed class WildcardResourceRule : ISecurityRule
{
    private const int ArnParts = 6;

    /// <summary>
    /// Actions for which IAM knows no resource, so that only <c>*</c> can be written (service authorization reference, column
    /// "Resource types" empty); and the calls about log groups that Step Functions and API Gateway make where they deliver logs,
    /// which their guides want allowed on <c>*</c>.
    /// </summary>
    private static readonly HashSet<string> _withoutResource =
    [
        "application-autoscaling:DescribeScalableTargets", "application-autoscaling:DescribeScalingPolicies",
        "athena:ListDataCatalogs", "athena:ListEngineVersions", "athena:ListWorkGroups",
        "cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics", "cloudwatch:ListMetrics", "cloudwatch:PutMetricData",
        "ec2:DescribeAddresses", "ec2:DescribeAddressesAttribute", "ec2:DescribeAvailabilityZones", "ec2:DescribeFlowLogs", "ec2:DescribeInternetGateways",
        "ec2:DescribeNatGateways", "ec2:DescribeNetworkAcls", "ec2:DescribeNetworkInterfaces", "ec2:DescribePrefixLists", "ec2:DescribeRouteTables",
        "ec2:DescribeSecurityGroupRules", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcAttribute", "ec2:DescribeVpcEndpoints", "ec2:DescribeVpcs",
        "ecr:GetAuthorizationToken",
        "ecs:DescribeTaskDefinition",
        "elasticloadbalancing:DescribeCapacityReservation", "elasticloadbalancing:DescribeListenerAttributes", "elasticloadbalancing:DescribeListeners",
        "elasticloadbalancing:DescribeLoadBalancerAttributes", "elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTags",
        "elasticloadbalancing:DescribeTargetGroupAttributes", "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth",
        "grafana:CreateWorkspace",
        "kms:CreateKey", "kms:ListAliases",
        "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:GetLogDelivery", "logs:ListLogDeliveries",
        "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
        "states:ValidateStateMachineDefinition",
        "xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Ids { get; } = ["CKV_AWS_355"];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(StackGraph graph) =>
        from policy in PolicyFinder.All(graph)
        where policy.Kind == PolicyKind.Identity
        from statement in policy.Document.Statements
        where statement.Allows && statement.Resources.Any(IsEverything)
        from action in statement.Actions.Except(_withoutResource)
        select new Finding("CKV_AWS_355", policy.Owner, $"statement {statement.Sid} allows {action} on every resource");

    // "*", and what comes to the same within a service: "arn:aws:s3:::*", "arn:aws:s3:::*/*".
    private static bool IsEverything(string resource) => resource.Split(':', ArnParts)[^1].AsSpan().Trim("*?/").IsEmpty;
}
