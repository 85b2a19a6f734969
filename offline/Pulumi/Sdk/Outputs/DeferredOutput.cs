using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output that is given another's value later.</summary>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<Output<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>An output without a value yet.</summary>
    public DeferredOutput()
    {
        Output = new Output<T>(FollowAsync());

        async Task<OutputData<T>> FollowAsync()
        {
            var source = await _source.Task.ConfigureAwait(false);
            return await source.DataTask.ConfigureAwait(false);
        }
    }

    /// <summary>The output that gets the value.</summary>
    public Output<T> Output { get; }

    /// <summary>Gives the value.</summary>
    /// <exception cref="InvalidOperationException">One was given before.</exception>
    public void Resolve(Output<T> output)
    {
        if (!_source.TrySetResult(output))
        {
            throw new InvalidOperationException("DeferredOutput can only be resolved once.");
        }
    }
}
