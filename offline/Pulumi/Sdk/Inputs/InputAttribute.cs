namespace Pulumi;

/// <summary>Marks a property or field of arguments, with its name on the wire.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    /// <summary>Whether the value is sent as a JSON text.</summary>
    internal bool Json { get; } = json;
}
