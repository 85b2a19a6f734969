using Recommender.Lake.Snapshots;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Tests.Support;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Commands;

public sealed class RunTests(LoadedWorkspace loaded) : IClassFixture<LoadedWorkspace>, IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_summary_shows_steps_sums_and_metrics()
    {
        Assert.Equal(0, loaded.Loaded.Code);
        Assert.Contains("raw.orders: 101 in = 100 kept + 1 quarantined", loaded.Loaded.Out, StringComparison.Ordinal);
        Golden.Verify("run-summary", loaded.Loaded.Out[..loaded.Loaded.Out.IndexOf("\nmetrics at", StringComparison.Ordinal)].Replace(loaded.LakePath, "LAKE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_document_has_every_step_and_the_metrics()
    {
        TinyDelivery.Write(_workspace.Delivery);
        var result = await _workspace.RunAsync("run", "--source", _workspace.Delivery, "--json", "--no-progress");
        Assert.Equal(0, result.Code);
        Assert.Equal("", result.Error);
        Assert.Equal("20260301T120000000Z", result.Json.GetProperty("run").GetString());
        var steps = result.Json.GetProperty("steps").EnumerateArray().ToDictionary(step => step.GetProperty("name").GetString()!);
        Assert.Equal(GroceryPipeline.Tables.Count, steps.Count);
        Assert.All(steps.Values, step => Assert.Equal("built", step.GetProperty("state").GetString()));
        Assert.Equal(100, steps["clean.orders"].GetProperty("rows").GetInt64());
        Assert.Equal(0, steps["clean.orders"].GetProperty("quarantined").GetInt64());
        var metrics = result.Json.GetProperty("metrics");
        Assert.InRange(metrics.GetProperty("users").GetInt64(), 1, 10);
        var model = metrics.GetProperty("models").GetProperty("decayed_frequency");
        foreach (var name in new[] { "recall", "ndcg", "ndcg_capped", "phr", "repeat_recall", "explore_recall", "coverage" })
        {
            Assert.InRange(model.GetProperty($"{name}@10").GetDouble(), 0, 1);
            Assert.InRange(model.GetProperty($"{name}@20").GetDouble(), 0, 1);
        }
    }

    [Fact]
    public async Task A_second_run_builds_nothing()
    {
        await _workspace.LoadAsync();
        var again = await _workspace.RunAsync("run", "--source", _workspace.Delivery, "--json");
        Assert.All(again.Json.GetProperty("steps").EnumerateArray(), step => Assert.Equal("skipped", step.GetProperty("state").GetString()));
        var text = await _workspace.RunAsync("run");
        Assert.Contains("nothing to do: every table is up to date", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_writer_is_refused_and_told_who_writes()
    {
        await _workspace.LoadAsync();
        using var other = LakeLock.Take(new LakeFolder(_workspace.LakePath), _workspace.Clock);
        var refused = await _workspace.RunAsync("run");
        Assert.Equal(4, refused.Code);
        Assert.Contains($"has another writer (process {Environment.ProcessId}", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await _workspace.RunAsync("query", "select count(*) from clean.orders")).Code);
        Assert.Equal(4, (await _workspace.RunAsync("gc")).Code);
        Assert.Equal(4, (await _workspace.RunAsync("rollback", "clean.orders")).Code);
    }

    [Fact]
    public async Task A_stopped_run_publishes_nothing_and_says_that_it_can_go_on()
    {
        TinyDelivery.Write(_workspace.Delivery);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var result = await _workspace.RunAsync(["run", "--source", _workspace.Delivery], null, stopped: stop.Token);
        Assert.Equal(130, result.Code);
        Assert.Contains("give the same command again to finish", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_workspace.In("."), "_manifest.json", SearchOption.AllDirectories));
        Assert.Equal(0, (await _workspace.RunAsync("run", "--source", _workspace.Delivery)).Code);
    }

    [Fact]
    public async Task A_delivery_with_faults_lists_them_all()
    {
        TinyDelivery.Write(_workspace.Delivery);
        File.Delete(Path.Combine(_workspace.Delivery, "aisles.csv"));
        await File.WriteAllTextAsync(Path.Combine(_workspace.Delivery, "products.csv"), "product_id,name\n", TestContext.Current.CancellationToken);
        var result = await _workspace.RunAsync("run", "--source", _workspace.Delivery);
        Assert.Equal(2, result.Code);
        Assert.Contains("aisles", result.Error, StringComparison.Ordinal);
        Assert.Contains("products.csv: line 1: column product_name, aisle_id, department_id is missing and column 'name' is unknown", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_workspace.LakePath), "something was written for a delivery that cannot be loaded");
    }

    [Fact]
    public async Task What_a_killed_writer_left_is_removed()
    {
        await _workspace.LoadAsync();
        var left = Directory.CreateDirectory(Path.Combine(_workspace.LakePath, "clean", "orders", "20260101T000000000Z-0123abcd", "data")).Parent!;
        var spilled = Path.Combine(_workspace.LakePath, "_tmp", "spilled");
        await File.WriteAllTextAsync(spilled, "x", TestContext.Current.CancellationToken);
        await _workspace.RunAsync("run");
        Assert.False(Directory.Exists(left.FullName));
        Assert.False(File.Exists(spilled));
    }

    [Fact]
    public async Task A_failed_step_decides_the_exit_code_and_the_document_is_printed_all_the_same()
    {
        TinyDelivery.Write(_workspace.Delivery);
        await File.WriteAllTextAsync(Path.Combine(_workspace.Delivery, "products.csv"), "product_id,product_name,aisle_id,department_id\n", TestContext.Current.CancellationToken);
        var result = await _workspace.RunAsync("run", "--source", _workspace.Delivery, "--json", "--no-progress");
        Assert.Equal(3, result.Code);
        Assert.Contains("clean.products: 1 check(s) failed; it was not published", result.Error, StringComparison.Ordinal);
        Assert.Contains("at least 1 row(s): 1 offending row(s)\n    rows_found\n    0", result.Error, StringComparison.Ordinal);
        var failed = Assert.Single(result.Json.GetProperty("steps").EnumerateArray(), step => step.GetProperty("state").GetString() == "failed");
        Assert.Equal("clean.products", failed.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_damaged_table_is_named_by_what_reads_it_and_built_anew_by_the_next_run()
    {
        await _workspace.LoadAsync();
        var before = (await _workspace.RunAsync("query", "select * from clean.orders order by order_id", "--format", "csv")).Out;
        await File.WriteAllTextAsync(_workspace.DataFile("clean.orders"), "no Parquet", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await _workspace.RunAsync("query", "select count(*) from clean.products")).Code);
        var query = await _workspace.RunAsync("query", "select * from clean.orders");
        Assert.Equal(4, query.Code);
        Assert.Contains("clean.orders is damaged, data/part-0.parquet has 10 bytes", query.Error, StringComparison.Ordinal);
        Assert.Equal(4, (await _workspace.RunAsync("recommend", "--user", "1")).Code);

        var run = await _workspace.RunAsync("run", "--json", "--no-progress");
        Assert.Equal(0, run.Code);
        var healed = run.Json.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("name").GetString() == "clean.orders");
        Assert.Contains("its current snapshot is damaged", healed.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, (await _workspace.RunAsync("query", "select * from clean.orders order by order_id", "--format", "csv")).Out);
    }

    [Fact]
    public async Task A_damaged_raw_table_is_loaded_again_from_its_delivery()
    {
        await _workspace.LoadAsync();
        File.Delete(_workspace.DataFile("raw.orders"));
        var without = await _workspace.RunAsync("run");
        Assert.Equal(2, without.Code);
        Assert.Contains("has no raw.orders, or its files are damaged", without.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await _workspace.RunAsync("run", "--source", _workspace.Delivery)).Code);
        Assert.Equal(0, (await _workspace.RunAsync("query", "select count(*) from raw.orders")).Code);
    }

    [Fact]
    public async Task Days_of_a_pipeline_without_daily_tables_are_refused()
    {
        TinyDelivery.Write(_workspace.Delivery);
        var result = await _workspace.RunAsync("run", "--source", _workspace.Delivery, "--days", "2011-01-04");
        Assert.Equal(2, result.Code);
        Assert.Contains("no table of this pipeline is partitioned by day", result.Error, StringComparison.Ordinal);
    }
}
