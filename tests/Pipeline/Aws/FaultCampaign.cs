using System.Globalization;
using Recommender.AwsEmulator.Faults;
using Recommender.AwsEmulator.Glue;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Tests.Campaigns;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Aws;

/// <summary>
/// One fault after another, each met by a run that publishes a new delivery: nothing is lost, nothing is doubled, and what was current stays so until
/// the new snapshot is whole. The list of what was tried is written for the end of the test run.
/// </summary>
public sealed class FaultCampaign : IAsyncLifetime
{
    private readonly List<string> _survived = [];
    private CloudWorkspace _cloud = null!;
    private int _users = 20;

    public async ValueTask InitializeAsync()
    {
        _cloud = await CloudWorkspace.StartAsync();
        await DeliverAsync();
    }

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    [Trait("Category", "Long")]
    public async Task Every_fault_is_survived()
    {
        foreach (var fault in FaultCase.All)
        {
            await MeetAsync(fault);
        }

        ResultFiles.Write("faults", $"faults tried and survived ({_survived.Count}):", _survived);
    }

    [Theory]
    [InlineData("s3 PutObject of …/data/…: TearAfter, once")]
    [InlineData("glue UpdateTable: TearAfter, once")]
    [InlineData("glue UpdateTable: ServerError, again and again")]
    [InlineData("Athena: an INSERT fails and leaves half of its files")]
    public Task A_fault_is_survived(string name) => MeetAsync(FaultCase.All.Single(fault => fault.Name == name));

    [Fact]
    public async Task A_writer_that_died_is_waited_for_and_then_replaced()
    {
        _cloud.Server.Objects.Add(
            _cloud.Stack.Bucket(Zone.Raw),
            "orders/_lock",
            System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"holder":"run 7","host":"elsewhere","since":"{{_cloud.Clock.GetUtcNow():O}}","expires":"{{_cloud.Clock.GetUtcNow().AddMinutes(2):O}}"}""")));
        _cloud.WriteDelivery(++_users);
        string[] run = ["run", "--source", _cloud.Delivery, "--only", "raw.orders", "--no-progress"];
        var refused = await _cloud.RunAsync(run);
        Assert.Equal(4, refused.Code);
        Assert.Contains("raw.orders has another writer (run 7 on elsewhere", refused.Error, StringComparison.Ordinal);

        _cloud.Clock.Advance(TimeSpan.FromMinutes(3));
        var replaced = await _cloud.RunAsync(run);
        Assert.True(replaced.Code == 0, replaced.Error);
        Assert.StartsWith($"{_users * 5} rows", CloudContents.Of(_cloud)["raw.orders"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_that_is_stuck_in_the_queue_is_stopped_with_the_run()
    {
        var before = CloudContents.Of(_cloud);
        var expected = await ExpectedAsync();
        _cloud.Server.Faults.Add(new QueryFault { Kind = QueryFaultKind.StuckInQueue, Match = "insert into" });
        Assert.Equal(0, (await _cloud.RunAsync(Steps[0])).Code);
        using var stop = new CancellationTokenSource();
        var run = _cloud.RunAsync(Steps[1], null, stop.Token);
        while (_cloud.Server.Faults.Happened == 0 && !run.IsCompleted)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        Assert.Equal(130, (await run).Code);
        Assert.NotEmpty(_cloud.Server.Log.Of("athena", "StopQueryExecution"));
        Assert.Equal(before["clean.orders"], CloudContents.Of(_cloud)["clean.orders"]);
        _cloud.Server.Faults.Clear();
        Assert.Equal(0, (await _cloud.RunAsync(Steps[1])).Code);
        Assert.Equal(expected, CloudContents.Of(_cloud));
        AssertTidy("a stuck query");
    }

    private async Task MeetAsync(FaultCase fault)
    {
        var before = CloudContents.Of(_cloud);
        var expected = await ExpectedAsync();
        fault.Inject(_cloud.Server);
        var met = await RunBothAsync();
        Assert.True(_cloud.Server.Faults.Happened > 0, $"{fault.Name}: it never happened");
        _cloud.Server.Faults.Clear();
        Assert.True(met.Code == (fault.Passes ? 0 : 4), $"{fault.Name}: exit code {met.Code}: {met.Error}");
        var seen = CloudContents.Of(_cloud);
        if (fault.Passes)
        {
            Assert.Equal(expected, seen);
        }
        else
        {
            Assert.Equal(before[fault.Table], seen[fault.Table]);
            Assert.All(seen, table => Assert.Contains(table.Value, new[] { before[table.Key], expected[table.Key] }));
        }

        var again = await RunBothAsync();
        Assert.True(again.Code == 0, $"{fault.Name}: afterwards: {again.Error}");
        Assert.Equal(expected, CloudContents.Of(_cloud));
        AssertTidy(fault.Name);
        _survived.Add($"{fault.Table}: {fault.Name}: {(fault.Passes ? "the run got over it" : "the run ended with exit code 4, what was current stayed, the next run went on")}");
    }

    /// <summary>A delivery that nobody has seen, and what the embedded engine makes of it.</summary>
    private async Task<SortedDictionary<string, string>> ExpectedAsync()
    {
        _cloud.WriteDelivery(++_users, new Dictionary<string, string[]> { ["orders"] = ["x,1,prior,9,1,1,1.0", $"900{_users},1,prior,9,8,1,1.0"] });
        var lake = _cloud.In($"lake-{_users}");
        foreach (var args in Steps)
        {
            var embedded = await _cloud.RunAsync([.. args, "--lake", lake]);
            Assert.True(embedded.Code == 0, embedded.Error);
        }

        return LakeContents.Of(lake);
    }

    private async Task DeliverAsync()
    {
        await ExpectedAsync();
        var first = await RunBothAsync();
        Assert.True(first.Code == 0, first.Error);
    }

    /// <summary>What an orchestrator runs, and runs again with the same id where it failed.</summary>
    private string[][] Steps =>
    [
        ["run", "--source", _cloud.Delivery, "--only", "raw.orders", "--run-id", $"night-{_users}", "--no-progress"],
        ["run", "--only", "clean.orders", "--run-id", $"night-{_users}", "--no-progress"],
    ];

    private async Task<Support.CommandResult> RunBothAsync()
    {
        var result = await _cloud.RunAsync(Steps[0]);
        return result.Code == 0 ? await _cloud.RunAsync(Steps[1]) : result;
    }

    /// <summary>No half-built snapshot, no table of a build, no lock.</summary>
    private void AssertTidy(string fault)
    {
        foreach (var zone in new[] { Zone.Raw, Zone.Clean })
        {
            var keys = _cloud.Server.Objects.List(_cloud.Stack.Bucket(zone), "orders/").Select(stored => stored.Key).ToList();
            Assert.DoesNotContain("orders/_lock", keys);
            var snapshots = keys.Where(key => key.Count(character => character == '/') > 1).Select(key => key.Split('/')[1]).Distinct();
            Assert.All(snapshots, snapshot => Assert.True(keys.Contains($"orders/{snapshot}/_manifest.json"), $"{fault}: {snapshot} has files and no manifest"));
            Assert.DoesNotContain(_cloud.Server.Service<GlueService>().Catalog.Tables(_cloud.Stack.Database(zone)), table => table.Name.Contains("__build_", StringComparison.Ordinal));
        }
    }
}
