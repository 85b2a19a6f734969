using System.Text;
using Recommender.Pipeline.Running;

namespace Recommender.Pipeline.Console;

/// <summary>
/// Progress in a window: a line per running step, redrawn in place, under the steps that ended. Every change is one write, so
/// that nothing flickers.
/// </summary>
/// <param name="output">The window.</param>
/// <param name="width">Its columns.</param>
/// <param name="color">Whether to colour how steps ended.</param>
internal sealed class LiveReporter(TextWriter output, int width, bool color) : IRunReporter, IDisposable
{
    private const int BarCells = 10;
    private const string EraseBelow = "\u001b[0J";
    private const string Green = "\u001b[32m";
    private const string Red = "\u001b[31m";
    private const string Grey = "\u001b[90m";
    private const string Plain = "\u001b[0m";

    private readonly StringBuilder _text = new();
    private int _drawn;
    private IReadOnlyList<RunningStep> _running = [];

    /// <inheritdoc/>
    public void Started(string name, string reason)
    {
    }

    /// <inheritdoc/>
    public void Progressed(IReadOnlyList<RunningStep> steps)
    {
        _running = steps;
        Draw(null);
    }

    /// <inheritdoc/>
    public void Ended(StepResult result)
    {
        _running = [.. _running.Where(step => step.Name != result.Name)];
        var (mark, shade) = result.State switch
        {
            StepState.Built or StepState.Staged => ('✓', Green),
            StepState.Failed => ('✗', Red),
            _ => ('·', Grey),
        };
        var line = TextTable.Shorten($"{mark} {ProgressText.Ended(result)}", width - 1);
        Draw(color ? $"{shade}{line}{Plain}" : line);
    }

    /// <summary>Takes the running steps off the window.</summary>
    public void Dispose()
    {
        _running = [];
        Draw(null);
    }

    private void Draw(string? ended)
    {
        _text.Clear();
        if (_drawn > 0)
        {
            _text.Append('\r').Append("\u001b[").Append(_drawn).Append('A').Append(EraseBelow);
        }

        if (ended is not null)
        {
            _text.Append(ended).Append('\n');
        }

        foreach (var step in _running)
        {
            _text.Append(Line(step)).Append('\n');
        }

        _drawn = _running.Count;
        output.Write(_text.ToString());
        output.Flush();
    }

    private string Line(RunningStep step)
    {
        var bar = step.Fraction < 0 ? new string('╌', BarCells) : new string('━', (int)(Math.Clamp(step.Fraction, 0, 1) * BarCells)).PadRight(BarCells, '╌');
        var room = width - 2 - BarCells;
        var line = ProgressText.Line(step);
        return $"{bar} {TextTable.Shorten(TextTable.Width(line) <= room ? line : ProgressText.Line(step, withRate: false), room)}";
    }
}
