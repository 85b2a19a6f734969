using Recommender.Images.Tests.Support;

namespace Recommender.Images.Tests;

/// <summary>A run that its container's end cuts short leaves a whole lake, and the same command goes on where it was.</summary>
public sealed class InterruptionTests(LoadedVolume loaded) : IClassFixture<LoadedVolume>
{
    /// <summary>Seconds that a stopped container has before it is killed: a fourth of what a task has (stopTimeout).</summary>
    private const int Grace = 30;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stopped_in_mid_run_it_ends_with_143_and_builds_only_the_rest_later(bool underInit)
    {
        // As process 1, whose signals the kernel leaves undone unless it asks for them, and below an init process, as tasks have it.
        var lake = $"/work/stopped-{underInit}";
        await using var run = await loaded.Work.StartAsync(underInit ? ["--init"] : [], Run(lake));
        await run.UntilAsync("clean.order_lines is being built", async () => (await run.LogsAsync()).Contains("clean.order_lines  started", StringComparison.Ordinal));
        Assert.Equal(143, await run.StopAsync(Grace));
        var log = await run.LogsAsync();
        Assert.Contains("stopped: nothing half-done was kept as if it were whole", log, StringComparison.Ordinal);
        await ResumesAsync(lake, log);
    }

    [Fact]
    public async Task Killed_for_want_of_memory_it_ends_with_137_and_the_lake_stays_whole()
    {
        const string lake = "/work/starved";
        (await loaded.Work.RunAsync([.. Run(lake), "--only", "raw.aisles,raw.orders"])).Fine();
        await using var run = await loaded.Work.StartAsync(["--memory", "160m", "--memory-swap", "160m"], [.. Run(lake), "--memory", "8GiB"]);
        Assert.Equal(137, await run.WaitAsync());
        Assert.True((await run.InspectAsync()).GetProperty("State").GetProperty("OOMKilled").GetBoolean());
        await ResumesAsync(lake, await run.LogsAsync());
    }

    [Fact]
    public async Task A_run_that_gets_on_is_healthy_and_one_before_it_that_was_killed_does_not_matter()
    {
        const string lake = "/work/healthy";
        string[] often = ["--health-interval", "1s", "--health-start-period", "0s"];
        await using (var killed = await loaded.Work.StartAsync(often, Run(lake)))
        {
            await HealthyAsync(killed);
            Assert.Equal(137, await killed.StopAsync(0));
        }

        await using var run = await loaded.Work.StartAsync(often, Run(lake));
        await HealthyAsync(run);
        Assert.Equal(0, await run.WaitAsync());
        Assert.DoesNotContain("heartbeat", (await loaded.Work.RunAsync(["--entrypoint", "ls"], ["/work"])).Fine().Out, StringComparison.Ordinal);
    }

    private static string[] Run(string lake) => ["run", "--source", LoadedVolume.Delivery, "--lake", lake];

    private static Task HealthyAsync(StartedContainer run) => run.UntilAsync("healthy", async () =>
    {
        var health = (await run.InspectAsync()).GetProperty("State").GetProperty("Health");
        Assert.NotEqual("unhealthy", health.GetProperty("Status").GetString());
        return health.GetProperty("Status").GetString() == "healthy"
            && health.GetProperty("Log").EnumerateArray().Any(look => look.GetProperty("Output").GetString()!.Contains("process 1 made progress", StringComparison.Ordinal));
    });

    private async Task ResumesAsync(string lake, string log)
    {
        (await loaded.Work.RunAsync("doctor", "--lake", lake)).Fine();
        var steps = (await loaded.Work.RunAsync([.. Run(lake), "--json"])).Fine().Json.GetProperty("steps").EnumerateArray()
            .ToDictionary(step => step.GetProperty("name").GetString()!, step => step.GetProperty("state").GetString());
        var (done, rest) = (steps.Where(step => step.Value == "skipped").Select(step => step.Key), steps.Where(step => step.Value == "built").Select(step => step.Key));
        Assert.NotEmpty(rest);
        Assert.NotEmpty(done);
        Assert.All(steps.Keys.Where(table => log.Contains($"{table}  built", StringComparison.Ordinal)), table => Assert.Contains(table, done));
        Assert.Equal(await loaded.ContentsAsync(LoadedVolume.Undisturbed), await loaded.ContentsAsync(lake));
    }
}
