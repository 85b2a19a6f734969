namespace Recommender.Infra.Tests.Harness;

/// <summary>The options that a resource was given, as the stack's transformation saw them.</summary>
internal sealed record GraphOptions
{
    /// <summary>Protect as set on the resource itself; null where it would be the parent's.</summary>
    public bool? Protect { get; init; }

    /// <summary>Whether the resource stays when it leaves the program.</summary>
    public bool? RetainOnDelete { get; init; }

    /// <summary>Properties whose changes are not the program's.</summary>
    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    /// <summary>Logical name of the parent; null for children of the stack.</summary>
    public string? Parent { get; init; }

    /// <summary>Type token of the parent.</summary>
    public string? ParentType { get; init; }

    /// <summary>Logical names of what must be there before it.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Whether the resource's arguments have tags, by their .NET type.</summary>
    public bool Taggable { get; init; }

    /// <summary>Whether it is a component of the program, not a resource of a provider.</summary>
    public bool IsComponent { get; init; }
}
