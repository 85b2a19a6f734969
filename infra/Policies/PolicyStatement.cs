using Pulumi;

namespace Recommender.Infra.Policies;

/// <summary>One statement of an IAM policy document.</summary>
/// <param name="Sid">What it is for, in letters and digits.</param>
public sealed record PolicyStatement(string Sid)
{
    /// <summary>Whether it denies; it allows by default.</summary>
    public bool Deny { get; init; }

    /// <summary>The actions, such as <c>s3:GetObject</c>.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>ARNs that it is about; none in a trust policy.</summary>
    public IReadOnlyList<Input<string>> Resources { get; init; } = [];

    /// <summary>Whom it is about; none in a policy of a role.</summary>
    public IReadOnlyList<PolicyPrincipal> Principals { get; init; } = [];

    /// <summary>When it holds: all of these.</summary>
    public IReadOnlyList<PolicyCondition> Conditions { get; init; } = [];
}
