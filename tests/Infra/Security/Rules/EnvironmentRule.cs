using System.Text.RegularExpressions;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Nothing in one stack names the other, as a word of its own in any text of any input.</summary>
internal sealed class EnvironmentRule : ISecurityRule
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Ids { get; } = ["OWN-ENV"];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(StackGraph graph)
    {
        // "recommender-prod-raw", "recommender_prod_raw", "/recommender/prod", "environment:prod"; but not "product", nor a column
        // prod_orders, nor AWS's own bucket for images' layers, prod-REGION-starport-layer-bucket.
        var other = new Regex($"recommender[-_/]{graph.OtherStack}(?![A-Za-z0-9])|(?<![A-Za-z0-9]){graph.OtherStack}(?![A-Za-z0-9_]|-[a-z0-9-]+-starport-layer-bucket)", RegexOptions.IgnoreCase);
        return from resource in graph.Resources
               from input in resource.Texts().Append((Path: "name in the program", Text: resource.Name))
               let found = other.Match(input.Text)
               where found.Success
               select new Finding("OWN-ENV", resource, $"names {graph.OtherStack} in {input.Path}: {input.Text[Math.Max(0, found.Index - 30)..Math.Min(input.Text.Length, found.Index + 30)]}");
    }
}
