using System.Collections.Immutable;

namespace Recommender.Infra.Tests.Harness;

/// <summary>All that a stack's program asked for.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Resources">Every resource and component, in the order of their URNs.</param>
/// <param name="Outputs">The stack's outputs, resolved.</param>
internal sealed record StackGraph(string Stack, ImmutableArray<GraphResource> Resources, ImmutableDictionary<string, object?> Outputs)
{
    /// <summary>The name of the stack that is not this one.</summary>
    public string OtherStack => Stack == "prod" ? "uat" : "prod";

    /// <summary>The resources of a type.</summary>
    /// <param name="type">A whole token, <c>aws:s3/bucket:Bucket</c>, or what follows the package, <c>s3/bucket:Bucket</c>.</param>
    public IEnumerable<GraphResource> OfType(string type) => Resources.Where(resource => resource.Type == type || resource.Type == $"aws:{type}");

    /// <summary>The one resource of a type with a logical name.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message names those there are.</exception>
    public GraphResource Get(string type, string name) =>
        OfType(type).SingleOrDefault(resource => resource.Name == name)
        ?? throw new InvalidOperationException($"{Stack} has no {type} {name}; there are {string.Join(", ", OfType(type).Select(resource => resource.Name))}");

    /// <summary>The only resource of a type.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public GraphResource Only(string type) =>
        OfType(type).ToList() is [var only] ? only : throw new InvalidOperationException($"{Stack} has not one {type}: {string.Join(", ", OfType(type).Select(resource => resource.Name))}");

    /// <summary>The resources of a type whose text at a path is the id, name or ARN of another.</summary>
    public IEnumerable<GraphResource> Referring(string type, string path, GraphResource target) =>
        OfType(type).Where(resource => resource.Text(path) is { } text && (text == target.Id || text == target.Outputs.GetValueOrDefault("name") as string || text == target.Outputs.GetValueOrDefault("arn") as string));

    /// <summary>The component or resource that a resource hangs under; null under the stack.</summary>
    public GraphResource? Parent(GraphResource resource) =>
        resource.Options.Parent is { } name ? Resources.Single(parent => parent.Name == name && parent.Type == resource.Options.ParentType) : null;

    /// <summary>The stack's output at a path, such as <c>buckets.raw</c>; null where there is none.</summary>
    public object? Output(string path) => GraphValue.At(Outputs, path);

    /// <summary>What hangs under a resource.</summary>
    public IEnumerable<GraphResource> Children(GraphResource parent) =>
        Resources.Where(resource => resource.Options.Parent == parent.Name && resource.Options.ParentType == parent.Type);
}
