using Amazon.StepFunctions;
using Recommender.Pipeline.Tests.Cloud.Fakes;

namespace Recommender.Pipeline.Tests.Cloud;

public sealed class CloudPipelineRunTests : IDisposable
{
    private readonly CloudWorkspace _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public async Task The_pipeline_is_started_and_its_jobs_followed()
    {
        _cloud.StepFunctions.Started = execution => (execution.Events, execution.Pace) = (new History().Pass("Source").Done("raw.orders", "t1").Done("clean.orders", "t2").Events, 4);
        var result = await _cloud.RunAsync("run", "all", "--run-id", "r7", "--source", "s3://b/monday");

        Assert.Equal(0, result.Code);
        var execution = Assert.Single(_cloud.StepFunctions.Executions);
        Assert.Equal("r7", execution.Name);
        Assert.Equal("""{"source":"s3://b/monday"}""", execution.Input);
        Assert.Equal(
            "12:00:00 raw.orders  starting\n12:00:00 raw.orders  done  4 min 0 s\n12:00:00 clean.orders  running  task t2\n12:00:00 clean.orders  done  4 min 0 s\n",
            result.Error);
        Assert.StartsWith("run r7: SUCCEEDED, started 3 h ago, took 30 min 0 s\n\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_delivery_the_input_names_none()
    {
        await _cloud.RunAsync("run", "all");
        Assert.Equal("{}", Assert.Single(_cloud.StepFunctions.Executions).Input);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(137, 4)]
    [InlineData(null, 4)]
    public async Task A_run_that_fails_names_the_job_and_the_cause(int? jobs, int expected)
    {
        _cloud.StepFunctions.Started = execution =>
            (execution.Events, execution.End) = (new History().Done("raw.orders", "t1").Fails("clean.orders", "t2", jobs, "it broke").Events, ExecutionStatus.FAILED);
        var result = await _cloud.RunAsync("run", "all", "--run-id", "r7", "--no-progress");

        Assert.Equal(expected, result.Code);
        var exit = jobs is null ? "" : $"exit code {jobs}: ";
        Assert.Contains($"error: the run r7 ended as FAILED at clean.orders: {exit}it broke\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("recommender cloud logs clean.orders --execution r7 --stack test", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_refused_before_any_job_tells_the_executions_own_error()
    {
        _cloud.StepFunctions.Started = execution => (execution.End, execution.Error) = (ExecutionStatus.FAILED, "Pipeline.AlreadyRunning");
        var result = await _cloud.RunAsync("run", "all", "--run-id", "r7");

        Assert.Equal(4, result.Code);
        Assert.Contains("error: the run r7 ended as FAILED: Pipeline.AlreadyRunning\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_attempt_is_told_as_one()
    {
        _cloud.StepFunctions.Started = execution =>
            (execution.Events, execution.Pace) = (new History().Fails("clean.orders", "t1", 4, "S3 was slow").Done("clean.orders", "t2").Events, 1);
        var result = await _cloud.RunAsync("run", "all");

        Assert.Equal(0, result.Code);
        Assert.Contains("clean.orders  failed  4 min 0 s  exit code 4: S3 was slow\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("clean.orders  done  attempt 2", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_run_again_is_followed_and_a_finished_one_refused()
    {
        _cloud.StepFunctions.Started = execution => (execution.Events, execution.Pace) = (new History().Done("raw.orders", "t1").Events, 1);
        _cloud.StepFunctions.Executions.Clear();
        Assert.Equal(0, (await _cloud.RunAsync("run", "all", "--run-id", "r7")).Code);
        var again = await _cloud.RunAsync("run", "all", "--run-id", "r7");

        Assert.Equal(2, again.Code);
        Assert.Contains("recommender cloud status r7", again.Error, StringComparison.Ordinal);
        Assert.Single(_cloud.StepFunctions.Executions);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_following_and_says_how_to_look_and_stop()
    {
        _cloud.StepFunctions.Started = execution =>
        {
            execution.Events = new History().Done("raw.orders", "t1").Events;
            execution.Pace = 0;
            _cloud.Interrupt();
        };
        var result = await _cloud.RunAsync("run", "all", "--run-id", "r7");

        Assert.Equal(130, result.Code);
        Assert.Equal(
            "no longer followed: the run r7 goes on on AWS\n  look:  recommender cloud status r7 --stack test\n  stop:  recommender cloud stop r7 --stack test\n",
            result.Error);
        Assert.Empty(_cloud.StepFunctions.Stopped);
    }

    [Fact]
    public async Task With_json_the_output_is_one_document()
    {
        _cloud.StepFunctions.Started = execution => execution.Events = new History().Done("raw.orders", "t1").Events;
        var result = await _cloud.RunAsync("run", "all", "--json");

        Assert.Equal("SUCCEEDED", result.Json.GetProperty("state").GetString());
        Assert.Equal("raw.orders", result.Json.GetProperty("jobs")[0].GetProperty("name").GetString());
        Assert.Equal("done", result.Json.GetProperty("jobs")[0].GetProperty("state").GetString());
    }
}
