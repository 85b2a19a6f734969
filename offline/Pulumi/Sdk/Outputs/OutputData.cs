using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What an output comes to: its value and what is known about it.</summary>
internal readonly struct OutputData<T>(ImmutableHashSet<Resource> resources, T value, bool isKnown, bool isSecret)
{
    /// <summary>The resources that the value was computed from.</summary>
    public ImmutableHashSet<Resource> Resources { get; } = resources;

    /// <summary>The value; the type's default when it is not known.</summary>
    public T Value { get; } = value;

    /// <summary>False while a preview cannot tell the value.</summary>
    public bool IsKnown { get; } = isKnown;

    /// <summary>Whether the value must be stored encrypted.</summary>
    public bool IsSecret { get; } = isSecret;

    /// <summary>A value that depends on nothing.</summary>
    public static OutputData<T> Of(T value, bool isSecret = false)
        => new([], value, isKnown: true, isSecret);

    /// <summary>A value to come.</summary>
    public static OutputData<T> Unknown(ImmutableHashSet<Resource>? resources = null, bool isSecret = false)
        => new(resources ?? [], default!, isKnown: false, isSecret);

    /// <summary>The same knowledge about another value.</summary>
    public OutputData<TOther> Replace<TOther>(TOther value) => new(Resources, value, IsKnown, IsSecret);

    /// <summary>The same value with another secrecy.</summary>
    public OutputData<T> Secret(bool isSecret) => new(Resources, Value, IsKnown, isSecret);

    /// <summary>The same value depending on more resources.</summary>
    public OutputData<T> DependingOn(IEnumerable<Resource> resources)
        => new(Resources.Union(resources), Value, IsKnown, IsSecret);
}
