using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Takes the values out of several outputs and remembers what the combination of them is.</summary>
internal sealed class OutputCollector
{
    private ImmutableHashSet<Resource> _resources = [];
    private bool _isKnown = true;
    private bool _isSecret;

    /// <summary>One output made of the values that <paramref name="combine"/> takes.</summary>
    public static Output<TResult> Combine<TResult>(Func<OutputCollector, Task<TResult>> combine)
    {
        return new Output<TResult>(CollectAsync());

        async Task<OutputData<TResult>> CollectAsync()
        {
            var collector = new OutputCollector();
            var value = await combine(collector).ConfigureAwait(false);
            return new OutputData<TResult>(collector._resources, value, collector._isKnown, collector._isSecret);
        }
    }

    /// <summary>The input's value, or its type's default while it is unknown.</summary>
    public async Task<T> TakeAsync<T>(Input<T> input)
    {
        var data = await ((Output<T>)input).DataTask.ConfigureAwait(false);
        _resources = _resources.Union(data.Resources);
        _isKnown &= data.IsKnown;
        _isSecret |= data.IsSecret;
        return data.Value;
    }
}
