using System.Globalization;
using Recommender.Pipeline.Cloud.Tasks;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary>Tells of tasks that are followed: their lines on the output, their states beside it.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="quiet">Whether states are left out.</param>
/// <param name="linesToError">Whether the output is kept for something else.</param>
/// <param name="labelled">Whether each line says whose it is.</param>
internal sealed class TaskReporter(Terminal terminal, bool quiet, bool linesToError, bool labelled) : ITaskReporter
{
    /// <inheritdoc/>
    public void Changed(CloudTask task, string state)
    {
        if (!quiet)
        {
            terminal.Error.WriteLine($"{terminal.Clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {task.Label}  {state}  task {task.Id}");
        }
    }

    /// <inheritdoc/>
    public void Line(CloudTask task, string text)
    {
        var output = linesToError ? terminal.Error : terminal.Out;
        output.WriteLine(labelled ? $"{task.Label}  {text}" : text);

        // Whoever follows wants to read now.
        output.Flush();
    }
}
