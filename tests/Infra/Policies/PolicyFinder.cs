using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Policies;

/// <summary>Finds the policy documents of a graph: every text that is one, wherever it is.</summary>
internal static class PolicyFinder
{
    // Lifecycle policies of repositories and the like are JSON too, but have no statements.
    private const string Mark = "\"Statement\"";

    /// <summary>All policy documents.</summary>
    public static IEnumerable<FoundPolicy> All(StackGraph graph) => graph.Resources.SelectMany(Of);

    /// <summary>The policy documents of one resource.</summary>
    public static IEnumerable<FoundPolicy> Of(GraphResource resource) =>
        resource.Options.IsComponent
            ? []
            : resource.Texts()
                .Where(input => input.Text.TrimStart().StartsWith('{') && input.Text.Contains(Mark, StringComparison.Ordinal))
                .Select(input => new FoundPolicy(resource, input.Path, Kind(resource.Type, input.Path), input.Text));

    private static PolicyKind Kind(string type, string path) => (type, path) switch
    {
        (_, "assumeRolePolicy") => PolicyKind.Trust,
        ("aws:iam/policy:Policy" or "aws:iam/rolePolicy:RolePolicy" or "aws:iam/role:Role" or "aws:iam/userPolicy:UserPolicy" or "aws:iam/groupPolicy:GroupPolicy", _) => PolicyKind.Identity,
        _ => PolicyKind.Resource,
    };
}
