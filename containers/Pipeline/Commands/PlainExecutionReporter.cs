using System.Globalization;
using Recommender.Pipeline.Cloud.Executions;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary>Tells of an execution's jobs as lines, one when a job's state changes.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="quiet">Whether only failures are told.</param>
internal sealed class PlainExecutionReporter(Terminal terminal, bool quiet) : IExecutionReporter
{
    private readonly Dictionary<string, (int Attempt, ExecutionStepState State)> _told = [];

    /// <inheritdoc/>
    public void Show(IReadOnlyList<ExecutionStep> steps)
    {
        foreach (var step in steps.Where(step => !_told.TryGetValue(step.Label, out var told) || told != (step.Attempt, step.State)))
        {
            _told[step.Label] = (step.Attempt, step.State);
            if (!quiet || step.State == ExecutionStepState.Failed)
            {
                terminal.Error.WriteLine($"{terminal.Clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {CloudReport.Line(step, terminal.Clock.GetUtcNow())}");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
