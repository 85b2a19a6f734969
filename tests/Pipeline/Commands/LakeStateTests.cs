using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Tests.Support;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Commands;

public sealed class LakeStateTests(LoadedWorkspace loaded) : IClassFixture<LoadedWorkspace>, IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Tables_are_listed_at_any_width()
    {
        Golden.Verify("tables-80", NoSizes((await loaded.RunAsync(["tables"], 80)).Out));
        Golden.Verify("tables-200", NoSizes((await loaded.RunAsync(["tables"], 200)).Out));
        var json = (await loaded.RunAsync("tables", "--json")).Json.GetProperty("tables");
        Assert.Equal(GroceryPipeline.Tables.Count, json.GetArrayLength());
        Assert.All(json.EnumerateArray(), table => Assert.True(table.GetProperty("built").GetBoolean()));
        var none = await _workspace.RunAsync("tables");
        Assert.Equal(0, none.Code);
        Assert.Contains("not built", none.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_on_S3_that_names_no_stack_is_refused_and_not_taken_for_a_folder()
    {
        var refused = await _workspace.RunAsync("tables", "--lake", "s3://my-bucket/lake");
        Assert.Equal(2, refused.Code);
        Assert.Contains("--lake s3://my-bucket/lake: a lake on AWS is named by its stack", refused.Error, StringComparison.Ordinal);
        Assert.Contains("works on a lake in a folder", (await _workspace.RunAsync("demo", "--lake", "s3://recommender-uat")).Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists("s3:"));
    }

    [Fact]
    public async Task Plan_says_what_and_why()
    {
        TinyDelivery.Write(_workspace.Delivery);
        var first = await _workspace.RunAsync(["plan", "--source", _workspace.Delivery], 100);
        Golden.Verify("plan-first", first.Out);
        Assert.False(Directory.Exists(_workspace.LakePath));
        await _workspace.LoadAsync();
        Assert.Contains("nothing would be built", (await _workspace.RunAsync("plan", "--source", _workspace.Delivery)).Out, StringComparison.Ordinal);
        TinyDelivery.Write(_workspace.Delivery, extraLines: new Dictionary<string, string[]> { ["aisles"] = ["4,tea"] });
        Golden.Verify("plan-changed", (await _workspace.RunAsync(["plan", "--source", _workspace.Delivery], 100)).Out);
    }

    [Fact]
    public async Task A_rolled_back_build_is_held_and_plan_says_so()
    {
        await _workspace.LoadAsync(users: 10);
        _workspace.Clock.Advance(TimeSpan.FromMinutes(5));
        await _workspace.LoadAsync(users: 12);
        var rolled = await _workspace.RunAsync("rollback", "published.recommendations", "--json");
        Assert.Equal(0, rolled.Code);
        Assert.Equal(10 * 12, rolled.Json.GetProperty("rows").GetInt64());
        var plan = await _workspace.RunAsync("plan", "--json");
        Assert.Equal(0, plan.Json.GetProperty("build").GetInt32());
        var held = plan.Json.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("action").GetString() == "hold");
        Assert.Equal("published.recommendations", held.GetProperty("name").GetString());
        Assert.Contains("rolled back", held.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, (await _workspace.RunAsync("rollback", "published.recommendations")).Code);
    }

    [Fact]
    public async Task Gc_keeps_what_it_must_and_nothing_that_is_not_a_snapshot()
    {
        for (var users = 10; users < 14; users++)
        {
            await _workspace.LoadAsync(users);
            _workspace.Clock.Advance(TimeSpan.FromHours(2));
        }

        var mine = Directory.CreateDirectory(Path.Combine(_workspace.LakePath, "raw", "orders", "mine")).FullName;
        var dry = await _workspace.RunAsync("gc", "--keep", "2", "--dry-run", "--json");
        var removed = await _workspace.RunAsync("gc", "--keep", "2", "--json");
        Assert.Equal(dry.Json.GetProperty("removed").GetArrayLength(), removed.Json.GetProperty("removed").GetArrayLength());
        Assert.Equal(2, removed.Json.GetProperty("removed").EnumerateArray().Count(snapshot => snapshot.GetProperty("table").GetString() == "raw.orders"));
        Assert.True(removed.Json.GetProperty("bytes").GetInt64() > 0);
        Assert.True(Directory.Exists(mine));
        Assert.Contains("nothing to remove", (await _workspace.RunAsync("gc", "--keep", "2")).Out, StringComparison.Ordinal);
        Assert.Equal("13\n", (await _workspace.RunAsync("query", "select count(distinct user_id) as n from clean.orders", "--format", "csv")).Out[2..]);
        Assert.Equal(0, (await _workspace.RunAsync("rollback", "raw.orders")).Code);
    }

    [Fact]
    public async Task Readers_see_whole_tables_while_runs_replace_them()
    {
        await _workspace.LoadAsync(users: 10);
        var other = TinyDelivery.Write(_workspace.In("other"), users: 14);
        var writing = Task.Run(async () =>
        {
            for (var round = 0; round < 3; round++)
            {
                Assert.Equal(0, (await _workspace.RunAsync("run", "--source", round % 2 == 0 ? other : _workspace.Delivery)).Code);
            }
        });
        var seen = new HashSet<string>();
        do
        {
            var result = await _workspace.RunAsync("query", "select count(*) as n from clean.orders", "--format", "csv");
            Assert.Equal(0, result.Code);
            seen.Add(result.Out);
        }
        while (!writing.IsCompleted);

        await writing;
        Assert.Subset(new HashSet<string> { "n\n50\n", "n\n70\n" }, seen);
    }

    [Fact]
    public async Task Doctor_finds_damage()
    {
        await _workspace.LoadAsync();
        var fine = await _workspace.RunAsync("doctor", "--json");
        Assert.Equal(0, fine.Code);
        Assert.True(fine.Json.GetProperty("fine").GetBoolean());
        await File.AppendAllTextAsync(_workspace.DataFile("clean.orders"), "x", TestContext.Current.CancellationToken);
        File.Delete(_workspace.DataFile("clean.products"));
        var damaged = await _workspace.RunAsync("doctor");
        Assert.Equal(4, damaged.Code);
        Assert.Contains("clean.orders", damaged.Out, StringComparison.Ordinal);
        Assert.Contains("data/part-0.parquet is missing", damaged.Out, StringComparison.Ordinal);
        _workspace.Clock.Advance(TimeSpan.FromDays(-2));
        Assert.Contains("FAULT  clock", (await _workspace.RunAsync("doctor")).Out, StringComparison.Ordinal);
    }

    private static string NoSizes(string text) => System.Text.RegularExpressions.Regex.Replace(text, "[0-9.]+ (B|KiB)", match => "#".PadLeft(match.Length));
}
