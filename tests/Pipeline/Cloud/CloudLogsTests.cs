using Amazon.StepFunctions;
using Recommender.Pipeline.Tests.Cloud.Fakes;

namespace Recommender.Pipeline.Tests.Cloud;

public sealed class CloudLogsTests : IDisposable
{
    private readonly CloudWorkspace _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public async Task The_last_lines_of_the_newest_run_are_shown()
    {
        _cloud.StepFunctions.Past("monday", new History().Done("clean.orders", "t1").Events, ExecutionStatus.SUCCEEDED);
        _cloud.StepFunctions.Past("tuesday", new History().Done("clean.orders", "t2").Events, ExecutionStatus.SUCCEEDED);
        _cloud.StepFunctions.Past("wednesday", new History().Done("raw.orders", "t3").Events, ExecutionStatus.SUCCEEDED);
        _cloud.Logs.Write("t1", ["monday's"]);
        _cloud.Logs.Write("t2", ["one", "two", "three", "four"]);

        Assert.Equal("one\ntwo\nthree\nfour\n", (await _cloud.RunAsync("logs", "clean.orders")).Out);
        Assert.Equal("three\nfour\n", (await _cloud.RunAsync("logs", "clean.orders", "--lines", "2")).Out);
        Assert.Equal("monday's\n", (await _cloud.RunAsync("logs", "clean.orders", "--execution", "monday")).Out);
        Assert.Equal("monday's\n", (await _cloud.RunAsync("logs", "clean.orders", "--task", "t1")).Out);
    }

    [Fact]
    public async Task A_job_that_was_run_alone_later_goes_before_an_older_run()
    {
        _cloud.StepFunctions.Past("monday", new History().Done("clean.orders", "t1").Events, ExecutionStatus.SUCCEEDED);
        _cloud.Logs.Write("t1", ["monday's"]);
        _cloud.Ecs.Script = _ => new FakeOutcome(Lines: ["alone"]);
        await _cloud.RunAsync("run", "clean.aisles");
        Assert.Equal("monday's\n", (await _cloud.RunAsync("logs", "clean.orders")).Out);

        await _cloud.RunAsync("run", "clean.orders");
        Assert.Equal("alone\n", (await _cloud.RunAsync("logs", "clean.orders")).Out);
    }

    [Fact]
    public async Task Lines_of_shards_say_whose_they_are()
    {
        var history = new History().Done("published.recommendations: shard", "t1", shard: 0).Done("published.recommendations: shard", "t2", shard: 1).Done("published.recommendations", "t3");
        _cloud.StepFunctions.Past("monday", history.Events, ExecutionStatus.SUCCEEDED);
        _cloud.Logs.Write("t2", ["staged"]);
        _cloud.Logs.Write("t3", ["published"]);

        Assert.Equal("published.recommendations: shard 1  staged\npublished.recommendations  published\n", (await _cloud.RunAsync("logs", "published.recommendations")).Out);
    }

    [Fact]
    public async Task Followed_lines_come_until_the_job_ends()
    {
        _cloud.Ecs.Script = _ => new FakeOutcome(Lines: ["one", "two", "three"]);
        _cloud.Ecs.Lag = 100;
        await _cloud.RunAsync("run", "clean.orders");
        _cloud.Ecs.Lag = 0;
        var result = await _cloud.RunAsync("logs", "clean.orders", "--follow");

        Assert.Equal(0, result.Code);
        Assert.Equal("one\ntwo\nthree\n", result.Out);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_following_alone()
    {
        _cloud.Ecs.Script = _ => new FakeOutcome(Lines: ["one"]) { Hangs = true };
        _cloud.Ecs.Lag = 100;
        await _cloud.RunAsync("run", "clean.orders");
        _cloud.Ecs.Lag = 0;
        _cloud.Ecs.Asked = ecs =>
        {
            if (ecs.Tasks[0].Told.LastStatus == "RUNNING")
            {
                _cloud.Interrupt();
            }
        };
        var result = await _cloud.RunAsync("logs", "clean.orders", "--follow");

        Assert.Equal((130, "one\n", "stopped; what runs on AWS goes on\n"), (result.Code, result.Out, result.Error));
    }

    [Fact]
    public async Task A_log_without_lines_is_told_beside_the_output()
    {
        _cloud.StepFunctions.Past("monday", new History().Done("clean.orders", "t1").Events, ExecutionStatus.SUCCEEDED);
        var result = await _cloud.RunAsync("logs", "clean.orders");
        Assert.Equal(("", "clean.orders (task t1): no lines\n"), (result.Out, result.Error));
    }

    [Fact]
    public async Task A_table_without_any_task_says_where_was_looked()
    {
        var result = await _cloud.RunAsync("logs", "clean.orders");
        Assert.Equal(2, result.Code);
        Assert.Contains("no task of clean.orders is known", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_a_task_of_the_table_says_so()
    {
        _cloud.StepFunctions.Past("monday", new History().Done("raw.orders", "t1").Events, ExecutionStatus.SUCCEEDED);
        var result = await _cloud.RunAsync("logs", "clean.orders", "--execution", "monday");
        Assert.Equal(2, result.Code);
        Assert.Contains("clean.orders has no task in the run monday (SUCCEEDED)", result.Error, StringComparison.Ordinal);
    }
}
