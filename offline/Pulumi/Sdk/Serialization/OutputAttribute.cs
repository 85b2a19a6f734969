namespace Pulumi;

/// <summary>Marks a property as an output of its resource or stack, with its name on the wire.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    /// <summary>The name on the wire; the property's own where none is given.</summary>
    public string? Name { get; } = name;
}
