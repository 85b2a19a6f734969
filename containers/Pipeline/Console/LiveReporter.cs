using Recommender.Pipeline.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Recommender.Pipeline.Console;

/// <summary>Progress in a window: a line per running step, redrawn in place, under the steps that ended.</summary>
/// <param name="console">The window.</param>
/// <param name="live">The part that is redrawn.</param>
internal sealed class LiveReporter(IAnsiConsole console, LiveDisplayContext live) : IRunReporter
{
    private const int BarCells = 10;

    /// <summary>Runs work while the display is up.</summary>
    public static Task<T> ShowAsync<T>(Terminal terminal, Func<IRunReporter, Task<T>> work)
    {
        var console = terminal.ErrorConsole();
        return console.Live(new Text("")).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(live => work(new LiveReporter(console, live)));
    }

    /// <inheritdoc/>
    public void Started(string name, string reason)
    {
    }

    /// <inheritdoc/>
    public void Progressed(IReadOnlyList<RunningStep> steps)
    {
        live.UpdateTarget(new Rows(steps.Select(step => (IRenderable)new Text(Line(step)))));
        live.Refresh();
    }

    /// <inheritdoc/>
    public void Ended(StepResult result)
    {
        var (mark, color) = result.State switch
        {
            StepState.Built => ("✓", Color.Green),
            StepState.Failed => ("✗", Color.Red),
            _ => ("·", Color.Grey),
        };
        console.Write(new Text($"{mark} {TextTable.Shorten(ProgressText.Ended(result), console.Profile.Width - 3)}\n", new Style(color)));
    }

    private string Line(RunningStep step)
    {
        var bar = step.Fraction < 0 ? new string('╌', BarCells) : new string('━', (int)(Math.Clamp(step.Fraction, 0, 1) * BarCells)).PadRight(BarCells, '╌');
        return TextTable.Shorten($"{bar} {ProgressText.Line(step)}", console.Profile.Width - 1);
    }
}
