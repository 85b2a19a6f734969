using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Roles name who may assume them; services may only on behalf of this account or of one of its resources.</summary>
internal sealed class TrustRule : ISecurityRule
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Ids { get; } = ["CKV_AWS_60", "CKV_AWS_61"];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(StackGraph graph) =>
        from policy in PolicyFinder.All(graph)
        where policy.Kind == PolicyKind.Trust
        from statement in policy.Document.Statements
        where statement.Allows
        from fault in Faults(statement)
        select new Finding(fault.Id, policy.Owner, $"statement {statement.Sid} {fault.Text}");

    private static IEnumerable<(string Id, string Text)> Faults(IamStatement statement)
    {
        if (statement.Principals.Count == 0 || statement.Principals.Any(principal => principal.Name.Contains('*', StringComparison.Ordinal)))
        {
            yield return ("CKV_AWS_60", "names nobody in particular");
        }

        foreach (var principal in statement.Principals)
        {
            if (principal.Kind == "Service" && !BoundToSource(statement))
            {
                yield return ("CKV_AWS_61", $"lets {principal.Name} act for any account (no aws:SourceAccount, no aws:SourceArn)");
            }

            if (principal.Kind == "AWS" && !principal.Name.Contains($":{CloudNames.Account}:", StringComparison.Ordinal))
            {
                yield return ("CKV_AWS_61", $"lets in {principal.Name}, another account");
            }

            if (principal.Kind == "AWS" && principal.Name.EndsWith(":root", StringComparison.Ordinal) && statement.Conditions.Count == 0)
            {
                yield return ("CKV_AWS_61", "lets in everyone of the account, without a condition");
            }
        }
    }

    private static bool BoundToSource(IamStatement statement) => statement.Conditions.Any(condition =>
        (condition.Key, condition.Operator) switch
        {
            ("aws:SourceAccount", "StringEquals") => condition.Values.All(value => value == CloudNames.Account),
            ("aws:SourceArn", "ArnLike" or "ArnEquals" or "StringEquals" or "StringLike") => condition.Values.All(value => value.Contains($":{CloudNames.Account}:", StringComparison.Ordinal)),
            _ => false,
        });
}
