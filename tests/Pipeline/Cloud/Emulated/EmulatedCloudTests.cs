using Recommender.AwsEmulator.Ecs;
using Recommender.AwsEmulator.Faults;
using Recommender.Lake.Building;
using Recommender.Pipeline.Cloud.Tasks;
using Recommender.Pipeline.Graph;

namespace Recommender.Pipeline.Tests.Cloud.Emulated;

/// <summary>The cloud commands with the clients of the AWS SDK, over HTTP, against an emulator of the services.</summary>
public sealed class EmulatedCloudTests : IAsyncLifetime
{
    private EmulatedPipeline? _pipeline;

    private EmulatedPipeline Pipeline => _pipeline!;

    public async ValueTask InitializeAsync() => _pipeline = await EmulatedPipeline.StartAsync();

    public ValueTask DisposeAsync() => Pipeline.DisposeAsync();

    [Fact]
    public async Task A_tables_job_runs_and_its_log_can_be_read_later()
    {
        var result = await Pipeline.RunAsync("run", "clean.orders", "--run-id", "r7");
        const string Lines = "$ run --lake s3://recommender-test-111122223333 --only clean.orders --run-id r7\na second line\n";

        Assert.Equal((0, Lines), (result.Code, result.Out));
        Assert.Contains("clean.orders  STOPPED", result.Error, StringComparison.Ordinal);
        Assert.Equal(Lines, (await Pipeline.RunAsync("logs", "clean.orders")).Out);
        Assert.Equal("a second line\n", (await Pipeline.RunAsync("logs", "clean.orders", "--lines", "1")).Out);
    }

    [Fact]
    public async Task The_whole_pipeline_runs_and_every_job_is_told()
    {
        var result = await Pipeline.RunAsync("run", "all", "--run-id", "r7", "--json");

        Assert.Equal(0, result.Code);
        var jobs = result.Json.GetProperty("jobs").EnumerateArray().Select(job => (Name: job.GetProperty("name").GetString(), State: job.GetProperty("state").GetString(), Task: job.GetProperty("task").GetString())).ToList();
        var steps = GroceryPipeline.Blueprint().Steps;
        Assert.Equal(steps.Count + (4 * steps.OfType<IShardedStep>().Count()), jobs.Count);
        Assert.All(jobs, job => Assert.Equal("done", job.State));
        Assert.Equal(jobs.Count, jobs.Select(job => job.Task).Distinct().Count());
        Assert.Contains("r7  ", (await Pipeline.RunAsync("status")).Out, StringComparison.Ordinal);
        Assert.StartsWith("$ run --lake s3://recommender-test-111122223333 --only clean.orders --run-id r7\n", (await Pipeline.RunAsync("logs", "clean.orders", "--execution", "r7")).Out, StringComparison.Ordinal);
        Assert.Contains("published.recommendations: shard 3  $ run", (await Pipeline.RunAsync("logs", "published.recommendations")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_fails_is_named_with_its_exit_code_and_found_again()
    {
        Pipeline.Launcher.Script = line => line.Contains("--only clean.orders ", StringComparison.Ordinal) ? 3 : 0;
        var result = await Pipeline.RunAsync("run", "all", "--run-id", "r7", "--no-progress");

        Assert.Equal(3, result.Code);
        Assert.Contains("error: the run r7 ended as FAILED at clean.orders: exit code 3", result.Error, StringComparison.Ordinal);
        Assert.Contains("clean.orders", (await Pipeline.RunAsync("status")).Out, StringComparison.Ordinal);
        Assert.Equal(3, (await Pipeline.RunAsync("run", "clean.orders", "--run-id", "r7")).Code);
    }

    [Fact]
    public async Task A_task_that_never_starts_is_told_with_its_reason()
    {
        Pipeline.Server.Service<EcsService>().Add(new TaskFault { Kind = TaskFaultKind.NeverStarts, Reason = "CannotPullContainerError: not found" });
        var result = await Pipeline.RunAsync("run", "clean.orders");

        Assert.Equal(4, result.Code);
        Assert.Contains("error: clean.orders: never started: CannotPullContainerError: not found", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_lost_starts_no_twin()
    {
        Pipeline.Server.Faults.Add(new FaultRule { Service = "ecs", Operation = "RunTask", Kind = FaultKind.TearAfter, Times = 1 });
        Pipeline.Server.Faults.Add(new FaultRule { Service = "ecs", Operation = "DescribeTasks", Kind = FaultKind.Throttle, Times = 1 });
        var result = await Pipeline.RunAsync("run", "clean.orders", "--json");

        Assert.Equal(0, result.Code);
        Assert.Equal(2, Pipeline.Server.Faults.Happened);
        Assert.Single(result.Json.GetProperty("tasks").EnumerateArray());
        Assert.Single(Started());
    }

    [Fact]
    public async Task A_task_that_is_stopped_ends_the_following_with_its_code()
    {
        Pipeline.Launcher.Script = _ => null;
        var following = Pipeline.RunAsync("run", "clean.orders");
        string? id = null;
        while (id is null)
        {
            id = Started().FirstOrDefault();
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, (await Pipeline.RunAsync("stop", id)).Code);
        var result = await following;
        Assert.NotEqual(0, result.Code);
        Assert.Contains("stopped by 'recommender cloud stop'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_stopped_ends_with_its_tasks()
    {
        Pipeline.Launcher.Script = _ => null;
        var following = Pipeline.RunAsync("run", "all", "--run-id", "r7");
        while (Started().Count == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, (await Pipeline.RunAsync("stop", "r7")).Code);
        var result = await following;
        Assert.Equal(4, result.Code);
        Assert.Contains("error: the run r7 ended as ABORTED", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("running", (await Pipeline.RunAsync("status", "r7")).Out, StringComparison.Ordinal);
    }

    private List<string> Started() => [.. Pipeline.Launcher.Launched.Select(CloudTask.IdOf)];
}
