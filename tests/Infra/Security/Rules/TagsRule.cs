using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Whatever can be tagged says what it belongs to, who answers for it and who pays.</summary>
internal sealed class TagsRule : ISecurityRule
{
    private static readonly string[] _tags = ["project", "stack", "owner", "cost-centre"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Ids { get; } = ["OWN-TAGS"];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(StackGraph graph) =>
        from resource in graph.Resources
        where resource.Options.Taggable
        let tags = resource.At("tags") as IReadOnlyDictionary<string, object>
        from tag in _tags
        let value = tags?.GetValueOrDefault(tag) as string
        where string.IsNullOrEmpty(value) || (tag == "stack" && value != graph.Stack) || (tag == "project" && value != "recommender")
        select new Finding("OWN-TAGS", resource, $"has tag {tag} = '{value}'");
}
