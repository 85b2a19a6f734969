namespace Pulumi;

/// <summary>Marks the constructor that takes an output type's values.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
