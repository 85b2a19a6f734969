using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list property: a list of inputs, or the output of a list. Made for collection initialisers.</summary>
public sealed partial class InputList<T> : Input<ImmutableArray<T>>, INestedInput, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Input<ImmutableArray<Input<T>>> _elements;

    /// <summary>An empty list.</summary>
    public InputList()
        : this(ImmutableArray<Input<T>>.Empty)
    {
    }

    private InputList(Input<ImmutableArray<Input<T>>> elements)
        : base(Flatten(elements)) => _elements = elements;

    IInput INestedInput.Elements => _elements;

    /// <summary>Adds elements at the end.</summary>
    public void Add(params Input<T>[] inputs) => AddRange(inputs);

    /// <summary>Adds a list's elements at the end; for collection initialisers.</summary>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <summary>Adds a list's elements at the end.</summary>
    public void AddRange(InputList<T> inputs)
    {
        _elements = Joined(inputs);
        _value = Flatten(_elements);
    }

    /// <summary>A new list of this list's elements and the other's.</summary>
    public InputList<T> Concat(InputList<T> other) => new(Joined(other));

    /// <summary>The elements, known or to come; none while the list itself is unknown.</summary>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var value in await _value.GetValueAsync(whenUnknown: []).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return value;
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    internal InputList<T> Clone() => new(_elements);

    private static Output<ImmutableArray<T>> Flatten(Input<ImmutableArray<Input<T>>> elements)
        => elements.Apply(inputs => inputs.IsDefault ? Output.Create<ImmutableArray<T>>(default(ImmutableArray<T>)) : Output.All(inputs));

    private Output<ImmutableArray<Input<T>>> Joined(InputList<T> other)
        => Output.Tuple(_elements, other._elements).Apply(lists => lists.Item1.AddRange(lists.Item2));
}
