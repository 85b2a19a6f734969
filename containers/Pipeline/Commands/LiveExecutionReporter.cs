using System.Text;
using Recommender.Pipeline.Cloud.Executions;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary>Tells of an execution's jobs in a window: those that ended as lines, and under them, redrawn in place, a table of those that run. Every change is one write.</summary>
/// <param name="terminal">The window.</param>
internal sealed class LiveExecutionReporter(Terminal terminal) : IExecutionReporter
{
    private const string EraseBelow = "\u001b[0J";

    private readonly HashSet<(string Label, int Attempt)> _ended = [];
    private int _drawn;

    /// <inheritdoc/>
    public void Show(IReadOnlyList<ExecutionStep> steps) => Draw(
        [.. steps.Where(step => step.EndedAt is not null && _ended.Add((step.Label, step.Attempt)))],
        [.. steps.Where(step => step.EndedAt is null)]);

    /// <summary>Takes the running jobs off the window.</summary>
    public void Dispose() => Draw([], []);

    private void Draw(IReadOnlyList<ExecutionStep> ended, IReadOnlyList<ExecutionStep> running)
    {
        var now = terminal.Clock.GetUtcNow();
        var text = new StringBuilder();
        if (_drawn > 0)
        {
            text.Append("\r\u001b[").Append(_drawn).Append('A').Append(EraseBelow);
        }

        foreach (var step in ended)
        {
            var mark = step.State == ExecutionStepState.Done ? '✓' : '✗';
            text.Append(TextTable.Shorten($"{mark} {CloudReport.Line(step, now)}", terminal.ErrorWidth - 1)).Append('\n');
        }

        using var drawn = new StringWriter { NewLine = "\n" };
        if (running.Count > 0)
        {
            CloudReport.Table(running, now).Write(drawn, terminal.ErrorWidth - 1);
        }

        var table = drawn.ToString();
        _drawn = table.Count(letter => letter == '\n');
        terminal.Error.Write(text.Append(table).ToString());
        terminal.Error.Flush();
    }
}
