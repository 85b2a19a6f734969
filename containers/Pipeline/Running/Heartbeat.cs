using System.Globalization;

namespace Recommender.Pipeline.Running;

/// <summary>
/// Leaves a trace of a run's progress for other processes of the machine: a file whose time is that of the latest change. A step
/// that starts, ends, does something else or gets on by a row moves it; time that merely passes does not.
/// </summary>
internal sealed class Heartbeat : IRunReporter, IDisposable
{
    /// <summary>How files of heartbeats begin; the process's id follows.</summary>
    public const string Prefix = "recommender-heartbeat.";

    /// <summary>The file is written at most this often: every 10 s.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly IRunReporter _reporter;
    private readonly TimeProvider _clock;
    private readonly string _file;
    private IReadOnlyList<RunningStep> _steps = [];
    private DateTimeOffset _written;
    private bool _moved;

    /// <summary>Begins.</summary>
    /// <param name="reporter">Shows the run.</param>
    /// <param name="folder">The file's folder.</param>
    /// <param name="process">The id of the process that runs.</param>
    /// <param name="clock">Gives the time.</param>
    public Heartbeat(IRunReporter reporter, string folder, int process, TimeProvider clock)
    {
        _reporter = reporter;
        _clock = clock;
        _file = Path.Combine(folder, Prefix + process.ToString(CultureInfo.InvariantCulture));
        Beat();
    }

    /// <inheritdoc/>
    public void Started(string name, string reason)
    {
        Beat();
        _reporter.Started(name, reason);
    }

    /// <inheritdoc/>
    public void Progressed(IReadOnlyList<RunningStep> steps)
    {
        _moved |= !steps.Select(Progress).SequenceEqual(_steps.Select(Progress));
        _steps = steps;
        if (_moved && (_clock.GetUtcNow() - _written).Duration() >= Interval)
        {
            Beat();
        }

        _reporter.Progressed(steps);
    }

    /// <inheritdoc/>
    public void Ended(StepResult result)
    {
        Beat();
        _reporter.Ended(result);
    }

    /// <inheritdoc/>
    public void Dispose() => Try(() => File.Delete(_file));

    private static (string, string, double, long) Progress(RunningStep step) => (step.Name, step.Activity, step.Fraction, step.Rows);

    private void Beat()
    {
        _moved = false;
        _written = _clock.GetUtcNow();
        Try(() =>
        {
            File.WriteAllText(_file, "");
            File.SetLastWriteTimeUtc(_file, _written.UtcDateTime);
        });
    }

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A run that cannot say how it is goes on; who looks at the file sees one that stands still.
        }
    }
}
