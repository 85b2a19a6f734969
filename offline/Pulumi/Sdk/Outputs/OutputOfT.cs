using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// A value that a resource will have, with the resources it depends on, whether it is known yet and whether it is
/// a secret. What is computed from it with Apply carries all of that on.
/// </summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> dataTask)
    {
        DataTask = dataTask;
        // A failure in here fails the run, whoever reads the output.
        DeploymentRun.TryCurrent?.Tasks.Track(dataTask);
    }

    internal Task<OutputData<T>> DataTask { get; }

    /// <summary>An output with the value that the task comes to.</summary>
    public static Output<T> Create(Task<T> value) => Create(value, isSecret: false);

    internal static Output<T> Create(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<T>(GetDataAsync());

        async Task<OutputData<T>> GetDataAsync()
            => OutputData<T>.Of(await value.ConfigureAwait(false), isSecret);
    }

    /// <summary>Runs <paramref name="func"/> on the value once it is known.</summary>
    public Output<ValueTuple> Apply(Func<T, Task> func)
        => Apply(async value =>
        {
            await func(value).ConfigureAwait(false);
            return ValueTuple.Create();
        });

    /// <summary>The result of <paramref name="func"/>; unknown, and never computed, while the value is.</summary>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Apply(value => Output.Create(func(value)));

    /// <summary>The result of <paramref name="func"/>; unknown, and never computed, while the value is.</summary>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Apply(value => Output.Create(func(value)));

    /// <summary>The result of <paramref name="func"/>; unknown, and never computed, while the value is.</summary>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value).ToOutput());

    /// <summary>The result of <paramref name="func"/>; unknown, and never computed, while the value is.</summary>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
    {
        return new Output<TResult>(ApplyAsync());

        async Task<OutputData<TResult>> ApplyAsync()
        {
            var outer = await DataTask.ConfigureAwait(false);
            if (!outer.IsKnown)
            {
                return OutputData<TResult>.Unknown(outer.Resources, outer.IsSecret);
            }

            if (func(outer.Value) is not { } output)
            {
                return outer.Replace(default(TResult)!);
            }

            var inner = await output.DataTask.ConfigureAwait(false);
            return inner.DependingOn(outer.Resources).Secret(inner.IsSecret || outer.IsSecret);
        }
    }

    /// <summary>The result of <paramref name="func"/> on the value as an object.</summary>
    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func) => Apply(value => func(value));

    /// <summary>
    /// A text that says that an output has no text, after a warning with the same; an error where the environment
    /// variable PULUMI_ERROR_OUTPUT_STRING is "1" or "true".
    /// </summary>
    public override string ToString() => OutputText.Refuse();

    internal Output<T> Transform(Func<OutputData<T>, OutputData<T>> change)
    {
        return new Output<T>(ChangeAsync());

        async Task<OutputData<T>> ChangeAsync() => change(await DataTask.ConfigureAwait(false));
    }

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    async Task<OutputData<object?>> IOutput.GetDataAsync()
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.Replace<object?>(data.Value);
    }
}
