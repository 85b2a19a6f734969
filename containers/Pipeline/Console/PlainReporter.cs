using System.Globalization;
using Recommender.Pipeline.Running;

namespace Recommender.Pipeline.Console;

/// <summary>Progress as lines, for logs and pipes: one when a step starts, one when it ends, and one every few seconds between.</summary>
/// <param name="terminal">Where the lines go.</param>
/// <param name="quiet">Whether only failures are told.</param>
internal sealed class PlainReporter(Terminal terminal, bool quiet) : IRunReporter
{
    /// <summary>A running step is told of at most this often: every 5 s.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, long> _told = [];

    /// <inheritdoc/>
    public void Started(string name, string reason)
    {
        _told[name] = terminal.Clock.GetTimestamp();
        Tell($"{name}  started: {reason}");
    }

    /// <inheritdoc/>
    public void Progressed(IReadOnlyList<RunningStep> steps)
    {
        foreach (var step in steps.Where(step => terminal.Clock.GetElapsedTime(_told[step.Name]) >= Interval))
        {
            _told[step.Name] = terminal.Clock.GetTimestamp();
            Tell(ProgressText.Line(step));
        }
    }

    /// <inheritdoc/>
    public void Ended(StepResult result)
    {
        if (result.State == StepState.Failed || !quiet)
        {
            Write(ProgressText.Ended(result));
        }
    }

    private void Tell(string text)
    {
        if (!quiet)
        {
            Write(text);
        }
    }

    private void Write(string text) =>
        terminal.Error.WriteLine($"{terminal.Clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {text}");
}
