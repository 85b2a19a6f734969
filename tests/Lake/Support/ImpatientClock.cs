namespace Recommender.Lake.Tests.Support;

/// <summary>
/// A clock on which nobody waits: a timer of up to half a minute goes off at once, and the clock moves as far. A longer one goes off when
/// the clock has moved past it.
/// </summary>
internal sealed class ImpatientClock : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<Timer> _waiting = [];
    private DateTimeOffset _now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The waits there were, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Set(Timer timer, TimeSpan due)
    {
        List<Timer> ready;
        lock (_gate)
        {
            _waiting.Remove(timer);
            if (due == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + due;
            _waiting.Add(timer);
            if (due > Patience)
            {
                return;
            }

            Waits.Add(due);
            _now += due;
            ready = [.. _waiting.Where(waiting => waiting.Due <= _now)];
            _waiting.RemoveAll(ready.Contains);
        }

        foreach (var gone in ready)
        {
            ThreadPool.QueueUserWorkItem(_ => gone.Fire());
        }
    }

    private sealed class Timer(ImpatientClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
