namespace Pulumi;

/// <summary>Marks a struct that stands for an enumeration: made from a text or a number, and explicitly converted back.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
