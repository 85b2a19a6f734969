using System.Collections.Immutable;

namespace Pulumi;

public sealed partial class InputList<T>
{
    /// <summary>A list of one value.</summary>
    public static implicit operator InputList<T>(T value) => From([value]);

    /// <summary>A list of one output.</summary>
    public static implicit operator InputList<T>(Output<T> value) => From([value]);

    /// <summary>A list of one input.</summary>
    public static implicit operator InputList<T>(Input<T> value) => From([value]);

    /// <summary>A list of values.</summary>
    public static implicit operator InputList<T>(T[] values) => From(values.Select(value => (Input<T>)value));

    /// <summary>A list of outputs.</summary>
    public static implicit operator InputList<T>(Output<T>[] values) => From(values.Select(value => (Input<T>)value));

    /// <summary>A list of inputs.</summary>
    public static implicit operator InputList<T>(Input<T>[] values) => From(values);

    /// <summary>A list of values.</summary>
    public static implicit operator InputList<T>(List<T> values) => From(values.Select(value => (Input<T>)value));

    /// <summary>A list of outputs.</summary>
    public static implicit operator InputList<T>(List<Output<T>> values) => From(values.Select(value => (Input<T>)value));

    /// <summary>A list of inputs.</summary>
    public static implicit operator InputList<T>(List<Input<T>> values) => From(values);

    /// <summary>A list of values; a default array stays one.</summary>
    public static implicit operator InputList<T>(ImmutableArray<T> values) => new(AsInputs(values));

    /// <summary>A list of outputs; a default array stays one.</summary>
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values)
        => new(values.IsDefault ? default : ImmutableArray.CreateRange(values, value => (Input<T>)value));

    /// <summary>A list of inputs.</summary>
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(values);

    /// <summary>The list that an output comes to.</summary>
    public static implicit operator InputList<T>(Output<T[]> values)
        => values.Apply(items => ImmutableArray.CreateRange(items));

    /// <summary>The list that an output comes to.</summary>
    public static implicit operator InputList<T>(Output<List<T>> values)
        => values.Apply(items => ImmutableArray.CreateRange(items));

    /// <summary>The list that an output comes to.</summary>
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values)
        => values.Apply(items => ImmutableArray.CreateRange(items));

    /// <summary>The list that an output comes to; a default array stays one.</summary>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values.Apply(AsInputs));

    private static InputList<T> From(IEnumerable<Input<T>> values) => new(ImmutableArray.CreateRange(values));

    private static ImmutableArray<Input<T>> AsInputs(ImmutableArray<T> values)
        => values.IsDefault ? default : ImmutableArray.CreateRange(values, value => (Input<T>)value);
}
