using Recommender.Pipeline.Cloud.Executions;
using Recommender.Pipeline.Commands;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Tests.Support;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Cloud;

public sealed class ExecutionReporterTests
{
    private static readonly ExecutionStep _running = new("clean.orders", 1, Workspace.Start.AddMinutes(-3)) { State = ExecutionStepState.Running };

    [Fact]
    public void In_a_window_running_jobs_are_redrawn_under_those_that_ended()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using (var reporter = new LiveExecutionReporter(new Terminal { Out = TextWriter.Null, Error = error, Clock = new FakeClock(Workspace.Start), ErrorWidth = 80 }))
        {
            reporter.Show([_running]);
            reporter.Show([_running with { State = ExecutionStepState.Done, EndedAt = Workspace.Start }, new("clean.aisles", 1, Workspace.Start)]);
        }

        Assert.Equal(
            """
            job           state    attempt  started         took  task  cause
            ────────────  ───────  ───────  ─────────  ─────────  ────  ─────
            clean.orders  running        1  3 min ago  3 min 0 s
            ^[3A^[0J✓ clean.orders  done  3 min 0 s
            job           state     attempt  started    took  task  cause
            ────────────  ────────  ───────  ────────  ─────  ────  ─────
            clean.aisles  starting        1  just now  < 1 s
            ^[3A^[0J
            """,
            error.ToString().Replace("\r\u001b", "^", StringComparison.Ordinal).Replace("\u001b", "^", StringComparison.Ordinal));
    }

    [Fact]
    public void Quiet_lines_tell_failures_alone()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var reporter = new PlainExecutionReporter(new Terminal { Out = TextWriter.Null, Error = error, Clock = new FakeClock(Workspace.Start) }, quiet: true);
        reporter.Show([_running]);
        reporter.Show([_running with { State = ExecutionStepState.Failed, EndedAt = Workspace.Start, Cause = "exit code 3" }]);

        Assert.Equal("12:00:00 clean.orders  failed  3 min 0 s  exit code 3\n", error.ToString());
    }
}
