using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security;

/// <summary>A rule about every resource of one type.</summary>
/// <param name="type">The type, such as <c>s3/bucket:Bucket</c>.</param>
/// <param name="ids">The ids of its findings.</param>
internal abstract class ResourceRule(string type, params IReadOnlyList<string> ids) : ISecurityRule
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Ids { get; } = ids;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(StackGraph graph) =>
        from resource in graph.OfType(type)
        from requirement in Requirements(graph, resource)
        where !requirement.Kept
        select new Finding(requirement.Id, resource, requirement.Fault);

    /// <summary>What the rule asks of a resource: under which id, whether it is so, and what to say if not.</summary>
    protected abstract IEnumerable<(string Id, bool Kept, string Fault)> Requirements(StackGraph graph, GraphResource resource);
}
