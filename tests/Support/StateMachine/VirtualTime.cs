namespace Recommender.Tests.StateMachine;

/// <summary>Time that passes only when everything waits: work on one thread, in the same order every time.</summary>
public sealed class VirtualTime : SynchronizationContext, IAslTime
{
    // Nothing here may go through the thread pool: no CancelAsync, no continuations that run asynchronously.
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = new();
    private readonly PriorityQueue<TaskCompletionSource, (DateTimeOffset At, int Order)> _timers = new();
    private int _order;

    /// <summary>The moment.</summary>
    public DateTimeOffset Now { get; private set; } = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => _ready.Enqueue((d, state));

    /// <summary>Waits.</summary>
    /// <param name="span">How long.</param>
    /// <param name="cancellationToken">Ends the wait before that.</param>
    public async Task Delay(TimeSpan span, CancellationToken cancellationToken)
    {
        var timer = new TaskCompletionSource();
        using var registration = cancellationToken.Register(() => timer.TrySetCanceled(cancellationToken));
        _timers.Enqueue(timer, (Now + span, _order++));
        await timer.Task;
    }

    /// <summary>Runs work to its end, moving time on whenever nothing else can be done.</summary>
    /// <exception cref="InvalidOperationException">The work waits for something that never comes.</exception>
    public T Run<T>(Func<Task<T>> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var task = work();
            while (!task.IsCompleted)
            {
                if (_ready.TryDequeue(out var next))
                {
                    next.Callback(next.State);
                }
                else if (_timers.TryDequeue(out var timer, out var due))
                {
                    if (timer.Task.IsCompleted)
                    {
                        continue;
                    }

                    Now = due.At > Now ? due.At : Now;
                    timer.TrySetResult();
                }
                else
                {
                    throw new InvalidOperationException("the work waits for something that never comes");
                }
            }

            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
