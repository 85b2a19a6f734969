using Recommender.Lake.Building;

namespace Recommender.Pipeline.Running;

/// <summary>Joins what a step reports of itself with what the engine tells of the query that runs for it.</summary>
/// <param name="name">The table.</param>
/// <param name="build">The step's build.</param>
/// <param name="clock">Measures the time of each activity.</param>
internal sealed class StepMonitor(string name, IStepBuild build, TimeProvider clock) : IProgress<StepProgress>
{
    private readonly Lock _gate = new();
    private StepProgress _last = new("starting", -1, 0);
    private long _since = clock.GetTimestamp();

    /// <inheritdoc/>
    public void Report(StepProgress value)
    {
        lock (_gate)
        {
            if (value.Activity != _last.Activity)
            {
                _since = clock.GetTimestamp();
            }

            _last = value;
        }
    }

    /// <summary>How the step is doing now.</summary>
    public RunningStep Look()
    {
        lock (_gate)
        {
            var query = _last.Fraction < 0 ? build.Query : new QueryProgress(_last.Fraction, 0);
            return new RunningStep(name, _last.Activity, query.Fraction, query.Rows > 0 ? query.Rows : _last.Rows, clock.GetElapsedTime(_since));
        }
    }
}
