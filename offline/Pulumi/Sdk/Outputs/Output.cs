using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Makes and combines outputs.</summary>
public static partial class Output
{
    /// <summary>An output with a known value.</summary>
    public static Output<T> Create<T>(T value) => Create(Task.FromResult(value));

    /// <summary>An output with the value that the task comes to.</summary>
    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    /// <summary>A secret with a known value.</summary>
    public static Output<T> CreateSecret<T>(T value) => CreateSecret(Task.FromResult(value));

    /// <summary>A secret with the value that the task comes to.</summary>
    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.Create(value, isSecret: true);

    /// <summary>The same output as a secret.</summary>
    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Transform(data => data.Secret(true));
    }

    /// <summary>A copy of the output that is no secret.</summary>
    public static Output<T> Unsecret<T>(Output<T> output) => output.Transform(data => data.Secret(false));

    /// <summary>Whether the output is a secret.</summary>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
        => (await output.DataTask.ConfigureAwait(false)).IsSecret;

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All((IEnumerable<Input<T>>)inputs);

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs)
    {
        ImmutableArray<Input<T>> taken = [.. inputs];
        return OutputCollector.Combine(async collector =>
        {
            var values = ImmutableArray.CreateBuilder<T>(taken.Length);
            foreach (var input in taken)
            {
                values.Add(await collector.TakeAsync(input).ConfigureAwait(false));
            }

            return values.MoveToImmutable();
        });
    }

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All((IEnumerable<Output<T>>)outputs);

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
        => All(outputs.Select(output => (Input<T>)output));

    /// <summary>The text with the values of the inputs and outputs in its holes, in the invariant culture.</summary>
    public static Output<string> Format(FormattableString formattableString)
        => All(formattableString.GetArguments().Select(argument => (Input<object?>)Untyped(argument)))
            .Apply(values => string.Format(CultureInfo.InvariantCulture, formattableString.Format, [.. values]));

    private static Output<object?> Untyped(object? value)
    {
        var output = value is IInput input ? input.ToOutput() : value as IOutput;
        return output is null ? Create(value) : new Output<object?>(output.GetDataAsync());
    }
}
