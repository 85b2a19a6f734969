namespace Pulumi;

/// <summary>
/// A name under which a resource was known before: a whole URN, or the parts of the present one that differed.
/// </summary>
public sealed class Alias
{
    /// <summary>The whole URN; then nothing else may be given.</summary>
    public string? Urn { get; set; }

    /// <summary>The name before.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>The type before.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The stack before.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The project before.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The parent before. At most one of Parent, ParentUrn and NoParent.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The URN of the parent before. At most one of Parent, ParentUrn and NoParent.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether there was no parent. At most one of Parent, ParentUrn and NoParent.</summary>
    public bool NoParent { get; set; }
}
