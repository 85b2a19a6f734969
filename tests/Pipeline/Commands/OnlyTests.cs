using Recommender.Lake.Tables;
using Recommender.Pipeline.Tests.Support;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Commands;

public sealed class OnlyTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Steps_run_one_by_one_make_the_same_lake()
    {
        TinyDelivery.Write(_workspace.Delivery);
        foreach (var step in Recommender.Pipeline.Graph.GroceryPipeline.Blueprint().Steps)
        {
            string[] source = step.Table.Name.Zone == Zone.Raw ? ["--source", _workspace.Delivery] : [];
            var result = await _workspace.RunAsync(["run", "--only", step.Table.Name.ToString(), "--run-id", "one", "--json", .. source]);
            Assert.Equal(0, result.Code);
            Assert.Equal(step.Table.Name.ToString(), Assert.Single(result.Json.GetProperty("steps").EnumerateArray()).GetProperty("name").GetString());
        }

        var whole = await _workspace.RunAsync("run", "--source", _workspace.Delivery, "--json");
        Assert.All(whole.Json.GetProperty("steps").EnumerateArray(), step => Assert.Equal("skipped", step.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Several_tables_are_given_one_by_one_or_with_commas()
    {
        await _workspace.LoadAsync();
        var result = await _workspace.RunAsync("run", "--only", "clean.orders,clean.aisles", "--only", "clean.products", "--json");
        Assert.Equal(["clean.orders", "clean.aisles", "clean.products"], result.Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("name").GetString()!).OrderBy(Order));

        static int Order(string name) => name switch { "clean.orders" => 0, "clean.aisles" => 1, _ => 2 };
    }

    [Fact]
    public async Task Inputs_that_are_not_there_are_named()
    {
        TinyDelivery.Write(_workspace.Delivery);
        Assert.Equal(0, (await _workspace.RunAsync("run", "--only", "raw.aisles", "--source", _workspace.Delivery)).Code);
        var result = await _workspace.RunAsync("run", "--only", "clean.products,clean.aisles");
        Assert.Equal(2, result.Code);
        Assert.Contains("has no clean.departments, raw.products, or its files are damaged: --only builds nothing that its tables read", result.Error, StringComparison.Ordinal);
        Assert.Null(_workspace.Store.Current(TableName.Parse("clean.aisles")));
    }

    [Theory]
    [InlineData("--only clean.order", "--only: there is no table 'clean.order'; did you mean ")]
    [InlineData("--only clean.orders,,", "--only: there is no table ''")]
    [InlineData("--only raw.orders", "--only raw.orders: it is loaded from a delivery, which --source DIR names")]
    [InlineData("--only clean.orders --source x", "--source x: nothing that --only names is loaded from a delivery")]
    [InlineData("--run-id a/b", "--run-id 'a/b': write 1 to 80 letters")]
    [InlineData("--run-id .", "--run-id '.': write 1 to 80 letters")]
    public async Task Bad_parts_are_the_callers_fault(string arguments, string message)
    {
        var result = await _workspace.RunAsync(["run", .. arguments.Split(' ')]);
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_workspace.LakePath));
    }

    [Fact]
    public async Task A_run_id_is_recorded_and_shown()
    {
        TinyDelivery.Write(_workspace.Delivery);
        var run = await _workspace.RunAsync("run", "--source", _workspace.Delivery, "--run-id", "nightly-2026-03-01", "--json");
        Assert.Equal("nightly-2026-03-01", run.Json.GetProperty("run").GetString());
        Assert.Equal("nightly-2026-03-01", _workspace.Store.Current(TableName.Parse("raw.orders"))!.Run);
        Assert.Contains("nightly-2026-03-01", (await _workspace.RunAsync(["describe", "clean.orders"], 160)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_id_given_again_builds_nothing_that_it_has_published()
    {
        await RunAsync("one", 20);
        var before = _workspace.Store.Current(TableName.Parse("raw.orders"))!.Snapshot;
        var again = await RunAsync("one", 22);
        Assert.All(again.Json.GetProperty("steps").EnumerateArray(), step => Assert.Equal("skipped", step.GetProperty("state").GetString()));
        Assert.Contains("run one has built it already; something it follows from has changed since", again.Json.GetProperty("steps")[3].GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, _workspace.Store.Current(TableName.Parse("raw.orders"))!.Snapshot);
        var other = await RunAsync("two", 22);
        Assert.Contains(other.Json.GetProperty("steps").EnumerateArray(), step => step.GetProperty("state").GetString() == "built");
        Assert.NotEqual(before, _workspace.Store.Current(TableName.Parse("raw.orders"))!.Snapshot);
    }

    private Task<CommandResult> RunAsync(string run, int users)
    {
        TinyDelivery.Write(_workspace.Delivery, users);
        _workspace.Clock.Advance(TimeSpan.FromMinutes(1));
        return _workspace.RunAsync("run", "--source", _workspace.Delivery, "--run-id", run, "--json");
    }
}
