using Pulumi;

namespace Recommender.Infra.Policies;

/// <summary>Whom a statement is about.</summary>
/// <param name="Kind"><c>Service</c>, <c>AWS</c> or <c>Federated</c>; <c>*</c> for everyone, which only a denial may name.</param>
/// <param name="Names">Service names or ARNs.</param>
public sealed record PolicyPrincipal(string Kind, params IReadOnlyList<Input<string>> Names)
{
    /// <summary>Everyone, for denials.</summary>
    public static PolicyPrincipal Everyone { get; } = new("*");

    /// <summary>AWS services, such as <c>ecs-tasks.amazonaws.com</c>.</summary>
    public static PolicyPrincipal Services(params string[] names) => new("Service", [.. names.Select(name => (Input<string>)name)]);
}
