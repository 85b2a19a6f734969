namespace Pulumi;

/// <summary>An output of another stack: one of the two, or neither.</summary>
public sealed class StackReferenceOutputDetails
{
    /// <summary>The value, where it is no secret.</summary>
    public object? Value { get; set; }

    /// <summary>The value, where it is a secret.</summary>
    public object? SecretValue { get; set; }
}
