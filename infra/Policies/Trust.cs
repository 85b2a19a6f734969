using Pulumi;
using Recommender.Infra.Settings;

namespace Recommender.Infra.Policies;

/// <summary>Who may assume a role.</summary>
public static class Trust
{
    /// <summary>An AWS service may, on behalf of this account alone (the confused deputy is kept out by <c>aws:SourceAccount</c>).</summary>
    /// <param name="context">The stack.</param>
    /// <param name="service">Such as <c>ecs-tasks.amazonaws.com</c>.</param>
    public static Output<string> Service(StackContext context, string service) => PolicyDocument.Json(new PolicyStatement("Assume")
    {
        Actions = ["sts:AssumeRole"],
        Principals = [PolicyPrincipal.Services(service)],
        Conditions = [new("StringEquals", "aws:SourceAccount", [context.AccountId])],
    });
}
