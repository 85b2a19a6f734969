using Amazon.StepFunctions;
using Recommender.Pipeline.Tests.Cloud.Fakes;
using Recommender.Pipeline.Tests.Support;

namespace Recommender.Pipeline.Tests.Cloud;

public sealed class CloudStatusTests : IDisposable
{
    private readonly CloudWorkspace _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public async Task The_last_runs_are_listed_with_what_failed_and_why()
    {
        PastRuns();
        var result = await _cloud.RunAsync("status");
        Assert.Equal(0, result.Code);
        Golden.Verify("cloud-status", result.Out);
    }

    [Fact]
    public async Task A_runs_jobs_are_shown()
    {
        PastRuns();
        var result = await _cloud.RunAsync("status", "tuesday");
        Assert.Equal(0, result.Code);
        Golden.Verify("cloud-status-run", result.Out);
    }

    [Fact]
    public async Task With_json_both_are_one_document()
    {
        PastRuns();
        var list = await _cloud.RunAsync("status", "--json", "--last", "2");
        Assert.Equal(["wednesday", "tuesday"], list.Json.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("run").GetString()));
        Assert.Equal("clean.orders", list.Json.GetProperty("runs")[1].GetProperty("job").GetString());
        var one = await _cloud.RunAsync("status", "tuesday", "--json");
        var failed = one.Json.GetProperty("jobs")[1];
        Assert.Equal(3, failed.GetProperty("exit_code").GetInt32());
        Assert.Equal("exit code 3: a check failed", failed.GetProperty("cause").GetString());
    }

    [Fact]
    public async Task Of_several_jobs_that_failed_the_first_to_fail_is_told()
    {
        var history = new History();
        var longest = history.Run("raw.orders", "t1");
        _cloud.StepFunctions.Past("monday", history.Fails("raw.products", "t2", 3, "a check failed").Fail(longest, "t1", 4, "it was stopped").Events, ExecutionStatus.FAILED);
        var list = await _cloud.RunAsync("status", "--json");
        Assert.Equal("raw.products", list.Json.GetProperty("runs")[0].GetProperty("job").GetString());
    }

    [Fact]
    public async Task A_stack_that_never_ran_says_how_to_begin()
    {
        var result = await _cloud.RunAsync("status");
        Assert.Equal("no run yet: start one with 'recommender cloud run all --stack test'\n", result.Out);
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_the_callers_fault()
    {
        var result = await _cloud.RunAsync("status", "friday");
        Assert.Equal(2, result.Code);
        Assert.Contains("there is no run 'friday'", result.Error, StringComparison.Ordinal);
    }

    private void PastRuns()
    {
        _cloud.StepFunctions.Past("monday", new History().Done("raw.orders", "t1").Done("clean.orders", "t2").Events, ExecutionStatus.SUCCEEDED);
        _cloud.StepFunctions.Past("tuesday", new History().Done("raw.orders", "t3").Fails("clean.orders", "t4", 3, "a check failed").Events, ExecutionStatus.FAILED);
        var history = new History().Done("published.recommendations: shard", "t5", shard: 0);
        history.Run("published.recommendations: shard", "t6", shard: 1);
        _cloud.StepFunctions.Past("wednesday", history.Events, ExecutionStatus.RUNNING);
    }
}
