using System.Threading.Channels;
using Recommender.Tests.StateMachine;

namespace Recommender.AwsEmulator.StepFunctions;

/// <summary>Time that passes by itself, for one execution on the thread that runs it.</summary>
/// <param name="clock">The clock.</param>
/// <param name="speed">How many seconds of the machine pass in one of the clock's; above 0.</param>
internal sealed class WallTime(TimeProvider clock, double speed) : SynchronizationContext, IAslTime
{
    private readonly Channel<(SendOrPostCallback Callback, object? State)> _ready = Channel.CreateUnbounded<(SendOrPostCallback, object?)>();

    /// <inheritdoc/>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => _ready.Writer.TryWrite((d, state));

    /// <inheritdoc/>
    public Task Delay(TimeSpan span, CancellationToken cancellationToken) => Task.Delay(span / speed, clock, cancellationToken);

    /// <inheritdoc/>
    public T Run<T>(Func<Task<T>> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var task = work();
            task.ContinueWith(_ => Post(_ => { }, null), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (!task.IsCompleted)
            {
                var (callback, state) = _ready.Reader.ReadAsync().AsTask().GetAwaiter().GetResult();
                callback(state);
            }

            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
