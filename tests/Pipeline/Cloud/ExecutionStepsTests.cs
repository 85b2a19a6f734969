using Recommender.Pipeline.Cloud.Executions;
using Recommender.Pipeline.Tests.Cloud.Fakes;

namespace Recommender.Pipeline.Tests.Cloud;

public sealed class ExecutionStepsTests
{
    [Fact]
    public void Jobs_of_branches_that_run_at_once_are_told_apart()
    {
        var history = new History();
        var orders = history.Run("clean.orders", "t1");
        var aisles = history.Run("clean.aisles", "t2");
        history.Succeed(orders);
        var steps = Of(history);

        Assert.Equal(
            [("clean.orders", ExecutionStepState.Done, "t1"), ("clean.aisles", ExecutionStepState.Running, "t2")],
            steps.All.Select(step => (step.Label, step.State, step.Task!.Id)));
        Assert.NotEqual(orders, aisles);
    }

    [Fact]
    public void States_that_are_no_jobs_are_left_out() => Assert.Empty(Of(new History().Pass("Source").Pass("Done")).All);

    [Fact]
    public void What_ran_when_the_execution_ended_was_stopped()
    {
        var history = new History().Done("clean.aisles", "t1");
        history.Run("clean.orders", "t2");
        var steps = Of(history);
        var end = new DateTimeOffset(History.Start.AddHours(1));
        steps.End(end);

        Assert.Equal([ExecutionStepState.Done, ExecutionStepState.Stopped], steps.All.Select(step => step.State));
        Assert.Equal(end, steps.All[1].EndedAt);
    }

    [Fact]
    public void A_task_that_ECS_did_not_take_has_the_error_as_its_cause()
    {
        var step = Assert.Single(Of(new History().Refused("clean.orders", "ECS.ThrottlingException")).All);
        Assert.Equal((ExecutionStepState.Failed, "try later"), (step.State, step.Cause));
    }

    [Fact]
    public void A_cause_that_is_no_description_is_told_as_it_is() => Assert.Equal(("plain words", null), TaskText.Failure("plain words", "job"));

    private static ExecutionSteps Of(History history)
    {
        var steps = new ExecutionSteps(state => state.StartsWith("clean.", StringComparison.Ordinal));
        foreach (var happened in history.Events)
        {
            steps.Apply(happened);
        }

        return steps;
    }
}
