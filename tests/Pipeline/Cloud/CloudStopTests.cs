using Amazon.StepFunctions;
using Recommender.Pipeline.Tests.Cloud.Fakes;

namespace Recommender.Pipeline.Tests.Cloud;

public sealed class CloudStopTests : IDisposable
{
    private readonly CloudWorkspace _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public async Task A_run_is_stopped()
    {
        var execution = _cloud.StepFunctions.Past("monday", new History().Done("raw.orders", "t1").Events, ExecutionStatus.RUNNING);
        var result = await _cloud.RunAsync("stop", "monday");

        Assert.Equal(0, result.Code);
        Assert.Equal((execution.Arn, "stopped by 'recommender cloud stop'"), Assert.Single(_cloud.StepFunctions.Stopped));
    }

    [Fact]
    public async Task A_run_that_is_over_is_left_alone()
    {
        _cloud.StepFunctions.Past("monday", new History().Done("raw.orders", "t1").Events, ExecutionStatus.SUCCEEDED);
        var result = await _cloud.RunAsync("stop", "monday");

        Assert.Equal(2, result.Code);
        Assert.Contains("the run monday is over already: SUCCEEDED", result.Error, StringComparison.Ordinal);
        Assert.Empty(_cloud.StepFunctions.Stopped);
    }

    [Fact]
    public async Task Tasks_are_stopped()
    {
        _cloud.Ecs.Script = _ => new FakeOutcome { Hangs = true };
        _cloud.Ecs.Lag = 100;
        await _cloud.RunAsync("run", "clean.orders");
        await _cloud.RunAsync("run", "clean.aisles");
        var result = await _cloud.RunAsync("stop", _cloud.Ecs.Tasks[0].Id, _cloud.Ecs.Tasks[1].Told.TaskArn);

        Assert.Equal(0, result.Code);
        Assert.All(_cloud.Ecs.Tasks, task => Assert.Equal(("STOPPED", "stopped by 'recommender cloud stop'"), (task.Told.LastStatus, task.Told.StoppedReason)));
    }

    [Fact]
    public async Task A_task_that_is_not_there_is_the_callers_fault()
    {
        var result = await _cloud.RunAsync("stop", new string('0', 32));
        Assert.Equal(2, result.Code);
        Assert.Contains("there is no task", result.Error, StringComparison.Ordinal);
    }
}
