using System.Text.RegularExpressions;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Graph;

/// <summary>The physical names that a graph's resources have, and the mentions of such names in its texts.</summary>
internal sealed class NameRegistry
{
    private readonly HashSet<string> _names;
    private readonly Regex _name;
    private readonly string _own;

    /// <summary>Collects the names of a graph.</summary>
    public NameRegistry(StackGraph graph)
    {
        // The project and the stack as every name of this platform begins: with dashes, underscores or as a path.
        _name = new Regex($"recommender[-_/]{graph.Stack}(?![A-Za-z0-9])[A-Za-z0-9_./-]*");
        _own = $"recommender-{graph.Stack}";
        _names = [.. graph.Resources.Where(resource => !resource.Options.IsComponent).SelectMany(Own).SelectMany(text => Mentions(text).Select(mention => mention.Name))];
    }

    /// <summary>The names in a text, and whether a wildcard follows each.</summary>
    public IEnumerable<(string Name, bool Wildcard)> Mentions(string text) =>
        _name.Matches(text).Select(match => (match.Value.TrimEnd('-', '_', '/', '.'), text.AsSpan(match.Index + match.Length).StartsWith("*")));

    /// <summary>
    /// Whether a mention is of a resource of the graph, or of something within one: <c>bucket/key</c>, <c>host.domain</c>. The stack's
    /// own name, with which the lake is called (<c>s3://recommender-uat</c>), is what all begin with.
    /// </summary>
    public bool Knows(string name, bool wildcard) =>
        name == _own || _names.Any(known => name == known || (wildcard && known.StartsWith(name, StringComparison.Ordinal)) || (name.StartsWith(known, StringComparison.Ordinal) && name[known.Length] is '/' or '.'));

    // Only what says what a resource is called counts, not what it says of others.
    private static IEnumerable<string> Own(GraphResource resource) =>
        [
            resource.Id,
            .. resource.Outputs.GetValueOrDefault("arn") is string arn ? [arn] : Array.Empty<string>(),
            .. new[] { "url", "repositoryUrl", "endpoint", "name", "alarmName" }.Select(output => resource.Outputs.GetValueOrDefault(output)).OfType<string>(),
            // What a CloudFormation template makes is of the stack too.
            .. resource.Type == "aws:cloudformation/stack:Stack" ? [resource.Text("templateBody")!] : Array.Empty<string>(),
            .. CloudNames.Explicit(resource.Type, resource.Inputs) is { } name ? [name] : Array.Empty<string>(),
        ];
}
