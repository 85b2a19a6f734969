using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Nothing is allowed to do everything: neither every action, nor every action of a service.</summary>
internal sealed class WildcardActionRule : ISecurityRule
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Ids { get; } = ["CKV_AWS_62", "CKV_AWS_63"];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(StackGraph graph) =>
        from policy in PolicyFinder.All(graph)
        from statement in policy.Document.Statements
        where statement.Allows
        from action in statement.Actions
        where action.AsSpan(action.IndexOf(':', StringComparison.Ordinal) + 1).Trim("*?").IsEmpty
        from id in action == "*" && statement.Resources.Contains("*") ? Ids : ["CKV_AWS_63"]
        select new Finding(id, policy.Owner, $"statement {statement.Sid} allows {action}");
}
