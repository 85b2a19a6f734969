using Recommender.Infra.Policies;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>Changing the API, its load balancer and its scaling.</summary>
internal static class ApiRights
{
    private static readonly string[] _verbs = ["apigateway:DELETE", "apigateway:GET", "apigateway:PATCH", "apigateway:POST", "apigateway:PUT"];

    /// <summary>The statements.</summary>
    public static IReadOnlyList<PolicyStatement> Of(StackScope scope) =>
    [
        // API Gateway's ARNs have neither account nor names.
        new("MakeApis") { Actions = ["apigateway:POST"], Resources = [Apis(scope, "/apis"), Apis(scope, "/vpclinks")], Conditions = scope.New },
        new("ChangeApis") { Actions = _verbs, Resources = [Apis(scope, "/apis/*"), Apis(scope, "/vpclinks/*"), Apis(scope, "/tags/*")], Conditions = scope.Own },
        new("TagApis") { Actions = ["apigateway:POST", "apigateway:PUT"], Resources = [Apis(scope, "/tags/*")], Conditions = scope.Tagging },

        // None of these knows a resource (service authorization reference, Elastic Load Balancing V2 and Application Auto Scaling).
        new("LookAtBalancers")
        {
            Actions =
            [
                "application-autoscaling:DescribeScalableTargets", "application-autoscaling:DescribeScalingPolicies", "elasticloadbalancing:DescribeCapacityReservation",
                "elasticloadbalancing:DescribeListenerAttributes", "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeLoadBalancerAttributes",
                "elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTags", "elasticloadbalancing:DescribeTargetGroupAttributes",
                "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth",
            ],
            Resources = ["*"],
        },
        new("ChangeBalancers")
        {
            Actions =
            [
                "elasticloadbalancing:AddTags", "elasticloadbalancing:CreateListener", "elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:DeleteListener",
                "elasticloadbalancing:DeleteLoadBalancer", "elasticloadbalancing:ModifyListener", "elasticloadbalancing:ModifyListenerAttributes",
                "elasticloadbalancing:ModifyLoadBalancerAttributes", "elasticloadbalancing:RemoveTags", "elasticloadbalancing:SetIpAddressType",
                "elasticloadbalancing:SetSecurityGroups", "elasticloadbalancing:SetSubnets",
            ],
            Resources = [scope.Named("elasticloadbalancing", "loadbalancer/app/", "/*"), scope.Named("elasticloadbalancing", "listener/app/", "/*")],
        },

        // Pulumi names target groups.
        new("MakeTargetGroups") { Actions = ["elasticloadbalancing:CreateTargetGroup"], Resources = [Targets(scope)], Conditions = scope.New },
        new("TagTargetGroups") { Actions = ["elasticloadbalancing:AddTags"], Resources = [Targets(scope)], Conditions = scope.Tagging },
        new("ChangeTargetGroups")
        {
            Actions =
            [
                "elasticloadbalancing:AddTags", "elasticloadbalancing:DeleteTargetGroup", "elasticloadbalancing:ModifyTargetGroup",
                "elasticloadbalancing:ModifyTargetGroupAttributes", "elasticloadbalancing:RemoveTags",
            ],
            Resources = [Targets(scope)],
            Conditions = scope.Own,
        },
        new("MakeScaling")
        {
            Actions = ["application-autoscaling:RegisterScalableTarget", "application-autoscaling:TagResource"],
            Resources = [scope.Any("application-autoscaling", "scalable-target/*")],
            Conditions = scope.Tagging,
        },
        new("ChangeScaling")
        {
            Actions =
            [
                "application-autoscaling:DeleteScalingPolicy", "application-autoscaling:DeregisterScalableTarget", "application-autoscaling:ListTagsForResource",
                "application-autoscaling:PutScalingPolicy", "application-autoscaling:RegisterScalableTarget", "application-autoscaling:TagResource",
                "application-autoscaling:UntagResource",
            ],
            Resources = [scope.Any("application-autoscaling", "scalable-target/*")],
            Conditions = scope.Own,
        },

        // A policy that tracks a target keeps alarms of its own, under this name.
        new("ScalingAlarms")
        {
            Actions = ["cloudwatch:DeleteAlarms", "cloudwatch:DescribeAlarms", "cloudwatch:PutMetricAlarm"],
            Resources = [scope.Named("cloudwatch", "alarm:TargetTracking-service/")],
        },
    ];

    private static Pulumi.Input<string> Apis(StackScope scope, string path) => Pulumi.Output.Format($"arn:aws:apigateway:{scope.Context.Region}::{path}");

    private static Pulumi.Input<string> Targets(StackScope scope) => scope.Any("elasticloadbalancing", "targetgroup/*/*");
}
