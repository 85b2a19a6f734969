using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map property: inputs by name, or the output of a map. Made for collection initialisers.</summary>
public sealed partial class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, INestedInput, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private Input<ImmutableDictionary<string, Input<TValue>>> _elements;

    /// <summary>An empty map.</summary>
    public InputMap()
        : this(ImmutableDictionary<string, Input<TValue>>.Empty)
    {
    }

    private InputMap(Input<ImmutableDictionary<string, Input<TValue>>> elements)
        : base(Flatten(elements)) => _elements = elements;

    IInput INestedInput.Elements => _elements;

    /// <summary>Adds a value under a key that is new, or that has the same value.</summary>
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>A new map of both; where both have a key, the second's value counts.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
        => new(Output.Tuple(first._elements, second._elements).Apply(maps => maps.Item1.SetItems(maps.Item2)));

    /// <summary>Adds a value under a key that is new, or that has the same value.</summary>
    public void Add(string key, Input<TValue> value)
        => Change(_elements.Apply(map => map.TryGetValue(key, out var present)
            ? map.SetItem(key, SameOf(key, present, value))
            : map.Add(key, value)));

    /// <summary>Adds a map's values; for collection initialisers.</summary>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <summary>Adds a map's values.</summary>
    public void AddRange(InputMap<TValue> values)
        => Change(Output.Tuple(_elements, values._elements).Apply(maps => maps.Item1.AddRange(maps.Item2)));

    /// <summary>The pairs; none while the map is unknown.</summary>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var none = ImmutableDictionary<string, TValue>.Empty;
        foreach (var pair in await _value.GetValueAsync(whenUnknown: none).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return pair;
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    private static Output<ImmutableDictionary<string, TValue>> Flatten(
        Input<ImmutableDictionary<string, Input<TValue>>> elements)
        => elements.Apply(map => map is null
            ? Output.Create<ImmutableDictionary<string, TValue>>((ImmutableDictionary<string, TValue>)null!)
            : Output.All(map.Select(pair => (Input<KeyValuePair<string, TValue>>)pair.Value.Apply(value => KeyValuePair.Create(pair.Key, value))))
                .Apply(pairs => ImmutableDictionary.CreateRange(pairs)));

    private static Output<TValue> SameOf(string key, Input<TValue> present, Input<TValue> added)
        => Output.Tuple(present, added).Apply(values => EqualityComparer<TValue>.Default.Equals(values.Item1, values.Item2)
            ? values.Item1
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));

    private void Change(Output<ImmutableDictionary<string, Input<TValue>>> elements)
    {
        _elements = elements;
        _value = Flatten(_elements);
    }
}
