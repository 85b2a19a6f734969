using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;

namespace Recommender.Pipeline.Running;

/// <summary>Joins what a step reports of itself with what DuckDB tells of the query that runs for it.</summary>
/// <param name="name">The table.</param>
/// <param name="connection">The step's connection.</param>
/// <param name="clock">Measures the time of each activity.</param>
internal sealed class StepMonitor(string name, DuckDbConnection connection, TimeProvider clock) : IProgress<StepProgress>
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
            var query = _last.Fraction < 0 ? connection.Progress : default;
            var rows = _last.Fraction < 0 && query.RowsProcessed > 0 ? (long)query.RowsProcessed : _last.Rows;
            var fraction = _last.Fraction < 0 ? query.Fraction : _last.Fraction;
            return new RunningStep(name, _last.Activity, fraction, rows, clock.GetElapsedTime(_since));
        }
    }
}
