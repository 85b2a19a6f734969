using Pulumi;

namespace Recommender.Infra.Policies;

/// <summary>Whom a statement is about.</summary>
/// <param name="Kind"><c>Service</c>, <c>AWS</c> or <c>Federated</c>; <c>*</c> for everyone, which only a denial or an endpoint's policy may name.</param>
/// <param name="Names">Service names or ARNs.</param>
public sealed record PolicyPrincipal(string Kind, params IReadOnlyList<Input<string>> Names)
{
    /// <summary>Everyone: for denials, and for endpoints, which tell accounts apart by conditions.</summary>
    public static PolicyPrincipal Everyone { get; } = new("*");

    /// <summary>AWS services, such as <c>ecs-tasks.amazonaws.com</c>.</summary>
    public static PolicyPrincipal Services(params string[] names) => new("Service", [.. names.Select(name => (Input<string>)name)]);

    /// <summary>An account: whoever in it its own IAM policies let.</summary>
    /// <param name="accountId">Its id.</param>
    public static PolicyPrincipal Account(Output<string> accountId) => new("AWS", Output.Format($"arn:aws:iam::{accountId}:root"));
}
