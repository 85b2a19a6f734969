using System.Text.RegularExpressions;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>A role for an identity provider's tokens takes those of one repository and environment only, made for AWS.</summary>
internal sealed partial class DeliveryTrustRule : ISecurityRule
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Ids { get; } = ["CKV_AWS_393"];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(StackGraph graph) =>
        from policy in PolicyFinder.All(graph)
        where policy.Kind == PolicyKind.Trust
        from statement in policy.Document.Statements
        where statement.Allows && statement.Principals.Any(principal => principal.Kind == "Federated")
        where !Bound(statement)
        select new Finding("CKV_AWS_393", policy.Owner, $"statement {statement.Sid} takes tokens of more than one repository and environment, or made for others");

    private static bool Bound(IamStatement statement) =>
        statement.Conditions.Any(condition => condition is { Operator: "StringEquals", Values: [var subject] } && condition.Key.EndsWith(":sub", StringComparison.Ordinal) && OneEnvironment().IsMatch(subject))
        && statement.Conditions.Any(condition => condition is { Operator: "StringEquals", Values: ["sts.amazonaws.com"] } && condition.Key.EndsWith(":aud", StringComparison.Ordinal));

    [GeneratedRegex("^repo:[A-Za-z0-9-]+/[A-Za-z0-9._-]+:environment:[A-Za-z0-9_-]+$")]
    private static partial Regex OneEnvironment();
}
