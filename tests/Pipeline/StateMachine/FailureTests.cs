using Recommender.Tests.StateMachine;

namespace Recommender.Pipeline.Tests.StateMachine;

public sealed class FailureTests
{
    private const string OrderLines = "clean.order_lines";

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void The_callers_and_the_datas_faults_are_not_tried_again(int code)
    {
        var run = Failing("clean.orders", (_, _) => Ends(code));
        Assert.Equal((AslStatus.Failed, $"Job.Exit{code}"), (run.Execution.Status, run.Execution.Error));
        var task = Assert.Single(run.Tasks("clean.orders"));
        Assert.Equal("clean.orders", run.Alert["state"]!.GetValue<string>());
        Assert.Equal($"Job.Exit{code}", run.Alert["error"]!.GetValue<string>());
        Assert.Equal("arn:aws:states:eu-west-1:111122223333:execution:machine:nightly-7", run.Alert["execution"]!.GetValue<string>());
        Assert.Contains($"Essential container in task exited [] (task {task.Arn})", run.Alert["cause"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("arn:aws:sns:eu-west-1:111122223333:recommender-test-alerts", run.Aws.Published[0]["TopicArn"]!.GetValue<string>());
        Assert.Equal("Recommender: clean.orders failed", run.Aws.Published[0]["Subject"]!.GetValue<string>());
        Assert.Equal(run.Alert["cause"]!.GetValue<string>(), run.Execution.Cause);
    }

    [Fact]
    public void What_runs_beside_a_failure_is_finished_and_what_comes_after_is_not_begun()
    {
        var run = Failing("clean.orders", (_, _) => Ends(3));
        Assert.Single(run.Tasks("clean.products"));
        Assert.All(run.Aws.Tasks, task => Assert.False(task.WasStopped));
        Assert.Empty(run.Tasks(OrderLines));
    }

    [Fact]
    public void Each_of_several_failures_is_told_at_once()
    {
        var run = MachineRun.Of((line, _) =>
            line.Contains("raw.aisles", StringComparison.Ordinal) ? new EcsOutcome.Ends(2, TimeSpan.FromMinutes(1))
            : line.Contains("clean.orders", StringComparison.Ordinal) ? Ends(3)
            : null);
        Assert.Equal(["Recommender: raw.aisles failed", "Recommender: clean.orders failed"], run.Aws.Published.Select(alert => alert["Subject"]!.GetValue<string>()));
        Assert.Equal(AslStatus.Failed, run.Execution.Status);
        Assert.Empty(run.Tasks("clean.aisles"));
        var told = run.Execution.Events.First(happened => happened.State == "raw.aisles: alert").At;
        Assert.Equal(run.Tasks("raw.aisles")[0].Stopped, told);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(137)]
    [InlineData(143)]
    [InlineData(1)]
    [InlineData(null)]
    public void The_environments_faults_are_tried_again_with_another_token(int? code)
    {
        var run = Failing(OrderLines, (_, earlier) => earlier < 2 ? Ends(code) : EcsOutcome.Fine, sameLine: true);
        Assert.Equal(AslStatus.Succeeded, run.Execution.Status);
        var tasks = run.Tasks(OrderLines);
        Assert.Equal(3, tasks.Select(task => task.Token).Distinct().Count());
        Assert.Equal(3, tasks.Count);
        Assert.Single(tasks.Select(task => task.Line).Distinct());
        Assert.Equal(60, (tasks[1].Started - tasks[0].Stopped!.Value).TotalSeconds);
        Assert.InRange((tasks[2].Started - tasks[1].Stopped!.Value).TotalSeconds, 120, 180);
        Assert.Empty(run.Aws.Published);
    }

    [Fact]
    public void The_back_off_is_drawn_anew()
    {
        var waits = Enumerable.Range(1, 8).Select(seed =>
        {
            var tasks = Failing(OrderLines, (_, earlier) => earlier < 2 ? Ends(4) : EcsOutcome.Fine, seed: seed).Tasks(OrderLines);
            return tasks[2].Started - tasks[1].Stopped;
        });
        Assert.True(waits.Distinct().Count() > 4);
    }

    [Fact]
    public void The_environments_faults_are_tried_so_often_and_no_more()
    {
        var run = Failing(OrderLines, (_, _) => Ends(137));
        Assert.Equal((AslStatus.Failed, "Job.Exit137"), (run.Execution.Status, run.Execution.Error));
        Assert.Equal(3, run.Tasks(OrderLines).Count);
        Assert.Contains("OutOfMemoryError: Container killed due to memory usage", run.Alert["cause"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_step_has_all_its_attempts_whatever_those_before_it_took()
    {
        var run = MachineRun.Of((_, earlier) => earlier < 2 ? Ends(4) : null);
        Assert.Equal(AslStatus.Succeeded, run.Execution.Status);
        Assert.All(run.Aws.Tasks.GroupBy(task => task.Line), tasks => Assert.Equal(3, tasks.Count()));
    }

    [Fact]
    public void Another_execution_starts_tasks_of_its_own()
    {
        // ECS gives back the old task where it knows a token.
        var (one, other) = (MachineRun.Of(), MachineRun.Of(name: "nightly-8"));
        Assert.Empty(one.Aws.Tasks.Select(task => task.Token).Intersect(other.Aws.Tasks.Select(task => task.Token)));
    }

    [Fact]
    public void A_fault_of_the_data_after_one_of_the_environment_ends_it()
    {
        var run = Failing(OrderLines, (_, earlier) => Ends(earlier == 0 ? 4 : 3));
        Assert.Equal("Job.Exit3", run.Execution.Error);
        Assert.Equal(2, run.Tasks(OrderLines).Count);
    }

    [Fact]
    public void A_task_that_never_starts_fails_the_state_and_says_why()
    {
        const string Reason = "CannotPullContainerError: image \"jobs\" not found";
        var run = Failing(OrderLines, (_, _) => new EcsOutcome.NeverStarts(Reason));
        Assert.Equal((AslStatus.Failed, "Job.NeverStarted"), (run.Execution.Status, run.Execution.Error));
        Assert.Equal(3, run.Tasks(OrderLines).Count);
        Assert.Contains(Reason, run.Execution.Cause!, StringComparison.Ordinal);
        Assert.Contains(Reason, run.Alert["cause"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(run.Execution.Events, happened => happened is { State: OrderLines, Kind: AslEventKind.Caught });
        Assert.Empty(run.Tasks("curated.up_features"));
    }

    [Fact]
    public void A_task_that_starts_at_last_is_no_failure()
    {
        var run = Failing(OrderLines, (_, earlier) => earlier == 0 ? new EcsOutcome.NeverStarts("Timeout waiting for network interface provisioning to complete.") : EcsOutcome.Fine);
        Assert.Equal(AslStatus.Succeeded, run.Execution.Status);
        Assert.Empty(run.Aws.Published);
    }

    [Fact]
    public void A_task_that_takes_too_long_is_stopped_and_not_tried_again()
    {
        var run = Failing(OrderLines, (_, _) => new EcsOutcome.Hangs());
        Assert.Equal((AslStatus.Failed, "States.Timeout"), (run.Execution.Status, run.Execution.Error));
        var task = Assert.Single(run.Tasks(OrderLines));
        Assert.True(task.WasStopped);
        Assert.Equal(7200, (task.Stopped!.Value - task.Started).TotalSeconds);
        Assert.Equal(OrderLines, run.Alert["state"]!.GetValue<string>());
        Assert.Equal("States.Timeout", run.Alert["error"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("ECS.ThrottlingException")]
    [InlineData("ECS.ServerException")]
    [InlineData("ECS.AmazonECSException")]
    [InlineData("AmazonECS.Unknown")]
    public void A_call_that_is_throttled_is_repeated_with_the_same_token_and_starts_one_task(string error)
    {
        var run = Failing(OrderLines, (_, earlier) => earlier < 5 ? new EcsOutcome.Refused(error) : EcsOutcome.Fine);
        Assert.Equal(AslStatus.Succeeded, run.Execution.Status);
        Assert.Single(run.Tasks(OrderLines));
        var calls = run.Aws.Calls.Where(call => call.ToJsonString().Contains(OrderLines, StringComparison.Ordinal)).ToList();
        Assert.Equal(6, calls.Count);
        Assert.Single(calls.Select(call => call["ClientToken"]!.GetValue<string>()).Distinct());
        var delays = run.Execution.Events.Where(happened => happened is { State: OrderLines, Kind: AslEventKind.Retried }).Select(happened => double.Parse(happened.Detail, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.All(delays.Zip([5, 10, 20, 40, 80]), delay => Assert.InRange(delay.First, 0, delay.Second));
    }

    [Fact]
    public void Throttling_without_end_is_told()
    {
        var run = Failing(OrderLines, (_, _) => new EcsOutcome.Refused("ECS.ThrottlingException"));
        Assert.Equal((AslStatus.Failed, "ECS.ThrottlingException"), (run.Execution.Status, run.Execution.Error));
        Assert.Empty(run.Tasks(OrderLines));
        Assert.Equal(6, run.Execution.Events.Count(happened => happened is { State: OrderLines, Kind: AslEventKind.Retried }));
        Assert.Equal(OrderLines, run.Alert["state"]!.GetValue<string>());
    }

    [Fact]
    public void A_task_whose_start_was_not_confirmed_gets_no_twin()
    {
        var run = Failing(OrderLines, (_, _) => new EcsOutcome.AnswerLost("ECS.ServerException", new EcsOutcome.Ends(0, TimeSpan.FromMinutes(30))));
        Assert.Equal(AslStatus.Succeeded, run.Execution.Status);
        var task = Assert.Single(run.Tasks(OrderLines));
        Assert.Equal(TimeSpan.FromMinutes(30), task.Stopped - task.Started);
        Assert.Equal(task.Stopped, run.Tasks("curated.up_features")[0].Started);
    }

    [Fact]
    public void A_call_that_ECS_refuses_for_good_is_not_repeated()
    {
        var run = Failing(OrderLines, (_, _) => new EcsOutcome.Refused("ECS.AccessDeniedException"));
        Assert.Equal("ECS.AccessDeniedException", run.Execution.Error);
        Assert.Single(run.Aws.Calls, call => call.ToJsonString().Contains(OrderLines, StringComparison.Ordinal));
        Assert.Contains("scripted", run.Alert["cause"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shard_that_fails_keeps_the_rest_from_being_published_but_not_from_being_staged()
    {
        var run = Failing("--only published.recommendations --run-id nightly-7 --shard 2/4", (_, _) => Ends(3));
        Assert.Equal((AslStatus.Failed, "Job.Exit3"), (run.Execution.Status, run.Execution.Error));
        Assert.Equal("published.recommendations: shard 2/4", run.Alert["state"]!.GetValue<string>());
        Assert.Equal(4, run.Tasks("published.recommendations").Count);
        Assert.All(run.Tasks("published.recommendations"), task => Assert.Null(task.Option("--commit-shards")));
        Assert.All(run.Aws.Tasks, task => Assert.False(task.WasStopped));
    }

    [Fact]
    public void A_shard_is_tried_again_on_its_own()
    {
        var run = Failing("--only published.recommendations --run-id nightly-7 --shard 2/4", (_, earlier) => earlier == 0 ? Ends(137) : EcsOutcome.Fine);
        Assert.Equal(AslStatus.Succeeded, run.Execution.Status);
        Assert.Equal(["0/4", "1/4", "2/4", "2/4", "3/4", null], run.Tasks("published.recommendations").Select(task => task.Option("--shard")).OrderBy(shard => shard ?? "z", StringComparer.Ordinal));
    }

    [Fact]
    public void A_failed_commit_is_told_under_the_tables_name()
    {
        var run = Failing("--only published.recommendations --run-id nightly-7 --commit-shards", (_, _) => Ends(2));
        Assert.Equal("Job.Exit2", run.Execution.Error);
        Assert.Equal("published.recommendations", run.Alert["state"]!.GetValue<string>());
    }

    [Fact]
    public void Where_no_alert_can_be_published_the_failure_is_still_the_executions()
    {
        var run = MachineRun.Of((line, _) => line.Contains(OrderLines, StringComparison.Ordinal) ? Ends(3) : null, publishingFails: true);
        Assert.Equal((AslStatus.Failed, "Job.Exit3"), (run.Execution.Status, run.Execution.Error));
        Assert.Equal(7, run.Aws.Published.Count);
    }

    private static EcsOutcome.Ends Ends(int? code) => new(code, TimeSpan.FromMinutes(5));

    private static MachineRun Failing(string part, Func<string, int, EcsOutcome> outcome, int seed = 1, bool sameLine = false) =>
        MachineRun.Of((line, earlier) => line.Contains(sameLine ? $"--only {part} " : part, StringComparison.Ordinal) ? outcome(line, earlier) : null, seed: seed);
}
