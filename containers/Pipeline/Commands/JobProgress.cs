using Recommender.Lake.Building;
using Recommender.Pipeline.Running;

namespace Recommender.Pipeline.Commands;

/// <summary>Passes on what work outside of a pipeline reports, a few times a second, also while it reports nothing.</summary>
internal sealed class JobProgress : IProgress<StepProgress>, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private readonly string _name;
    private readonly IRunReporter _reporter;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private StepProgress _last = new("starting", -1, 0);
    private long _since;
    private bool _ended;

    /// <summary>Progress of the work with a name.</summary>
    public JobProgress(string name, IRunReporter reporter, TimeProvider clock)
    {
        (_name, _reporter, _clock, _since) = (name, reporter, clock, clock.GetTimestamp());
        _timer = clock.CreateTimer(_ => Tell(), null, Interval, Interval);
    }

    /// <inheritdoc/>
    public void Report(StepProgress value)
    {
        lock (_gate)
        {
            _since = value.Activity == _last.Activity ? _since : _clock.GetTimestamp();
            _last = value;
        }
    }

    /// <summary>Tells what became of it; nothing is told after it.</summary>
    public void End(StepResult result)
    {
        lock (_gate)
        {
            _ended = true;
            _reporter.Ended(result);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Tell()
    {
        lock (_gate)
        {
            if (!_ended)
            {
                _reporter.Progressed([new RunningStep(_name, _last.Activity, _last.Fraction, _last.Rows, _clock.GetElapsedTime(_since))]);
            }
        }
    }
}
