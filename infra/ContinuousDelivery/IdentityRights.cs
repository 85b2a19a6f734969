using Pulumi;
using Recommender.Infra.Policies;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>
/// Changing the stack's roles, within their boundary. The bounds of this are the point of it: who may make roles may do whatever those
/// roles may, so each must carry the boundary, which neither they nor the role of delivery can change.
/// </summary>
internal static class IdentityRights
{
    // The services that work as roles of the stack.
    private static readonly string[] _services =
    [
        "chatbot.amazonaws.com", "ecs-tasks.amazonaws.com", "events.amazonaws.com", "firehose.amazonaws.com", "glue.amazonaws.com", "grafana.amazonaws.com",
        "monitoring.rds.amazonaws.com", "quicksight.amazonaws.com", "scheduler.amazonaws.com", "states.amazonaws.com", "vpc-flow-logs.amazonaws.com",
    ];

    // The services that make a role of their own in an account when they are first used.
    private static readonly string[] _firstUse =
    [
        "ecs.amazonaws.com", "ecs.application-autoscaling.amazonaws.com", "elasticloadbalancing.amazonaws.com", "grafana.amazonaws.com", "management.chatbot.amazonaws.com",
        "ops.apigateway.amazonaws.com", "rds.amazonaws.com",
    ];

    /// <summary>The statements.</summary>
    /// <param name="scope">The stack.</param>
    /// <param name="boundaryArn">What the stack's roles may do at most.</param>
    public static IReadOnlyList<PolicyStatement> Of(StackScope scope, Input<string> boundaryArn)
    {
        var roles = scope.Global("iam", $"role/{scope.Names}");
        var policies = scope.Global("iam", $"policy/{scope.Names}");
        var bounded = new PolicyCondition("StringEquals", "iam:PermissionsBoundary", boundaryArn);
        return
        [
            new("MakeRoles")
            {
                Actions = ["iam:AttachRolePolicy", "iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"],
                Resources = [roles],
                Conditions = [bounded],
            },
            new("ChangeRoles")
            {
                Actions =
                [
                    "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies",
                    "iam:ListInstanceProfilesForRole", "iam:ListRolePolicies", "iam:ListRoleTags", "iam:TagRole", "iam:UntagRole", "iam:UpdateAssumeRolePolicy",
                    "iam:UpdateRole", "iam:UpdateRoleDescription",
                ],
                Resources = [roles],
            },
            new("ChangePolicies")
            {
                Actions =
                [
                    "iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:GetPolicy", "iam:GetPolicyVersion",
                    "iam:ListPolicyTags", "iam:ListPolicyVersions", "iam:TagPolicy", "iam:UntagPolicy",
                ],
                Resources = [policies],
            },
            new("LookAtProvider") { Actions = ["iam:GetOpenIDConnectProvider"], Resources = [IdentityProvider.Arn(scope.Context)] },
            new("HandOutRoles") { Actions = ["iam:PassRole"], Resources = [roles], Conditions = [new("StringEquals", "iam:PassedToService", Texts(_services))] },
            new("FirstUse")
            {
                Actions = ["iam:CreateServiceLinkedRole"],
                Resources = [scope.Global("iam", "role/aws-service-role/*")],
                Conditions = [new("StringEquals", "iam:AWSServiceName", Texts(_firstUse))],
            },
            .. Never(scope, boundaryArn),
        ];
    }

    // What a person with rights of their own changes: the way in, the role itself, the boundary.
    private static PolicyStatement[] Never(StackScope scope, Input<string> boundaryArn) =>
    [
        new("NotItself")
        {
            Deny = true,
            Actions =
            [
                "iam:AttachRolePolicy", "iam:CreateRole", "iam:DeleteRole", "iam:DeleteRolePermissionsBoundary", "iam:DeleteRolePolicy", "iam:DetachRolePolicy",
                "iam:PassRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy", "iam:TagRole", "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole",
                "iam:UpdateRoleDescription",
            ],
            Resources = [scope.Global("iam", $"role/{scope.Context.Name(Delivery.RoleThing)}")],
        },
        new("NotItsBounds")
        {
            Deny = true,
            Actions =
            [
                "iam:AddClientIDToOpenIDConnectProvider", "iam:CreateOpenIDConnectProvider", "iam:CreatePolicy", "iam:CreatePolicyVersion",
                "iam:DeleteOpenIDConnectProvider", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:TagOpenIDConnectProvider",
                "iam:TagPolicy", "iam:UntagOpenIDConnectProvider", "iam:UntagPolicy", "iam:UpdateOpenIDConnectProviderThumbprint",
            ],
            Resources =
            [
                boundaryArn, scope.Global("iam", $"policy/{scope.Context.Name($"{Delivery.RoleThing}-*")}"), IdentityProvider.Arn(scope.Context),
            ],
        },
        new("NotTheBoundaryOfRoles") { Deny = true, Actions = ["iam:DeleteRolePermissionsBoundary"], Resources = [scope.Global("iam", "role/*")] },

        // Whatever else is allowed, by name or by tag: what is tagged as another stack's is not touched.
        new("NotOtherStacks") { Deny = true, Actions = ["*"], Resources = ["*"], Conditions = scope.Others },
    ];

    private static Input<string>[] Texts(string[] values) => [.. values.Select(value => (Input<string>)value)];
}
