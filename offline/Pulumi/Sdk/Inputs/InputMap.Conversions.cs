using System.Collections.Immutable;

namespace Pulumi;

public sealed partial class InputMap<TValue>
{
    /// <summary>A map of values.</summary>
    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Output.Create(values);

    /// <summary>A map of values.</summary>
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Output.Create(values);

    /// <summary>The map that an output comes to.</summary>
    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values)
        => values.Apply(map => ImmutableDictionary.CreateRange(map));

    /// <summary>The map that an output comes to.</summary>
    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values)
        => values.Apply(map => ImmutableDictionary.CreateRange(map));

    /// <summary>The map that an output comes to; a missing map stays missing.</summary>
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values)
        => new(values.Apply(map => map is null
            ? null!
            : map.ToImmutableDictionary(pair => pair.Key, pair => (Input<TValue>)pair.Value)));
}
