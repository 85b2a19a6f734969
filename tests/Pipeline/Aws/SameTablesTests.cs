using Recommender.Ingest.Generation;
using Recommender.Lake.Building;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Tests.Campaigns;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Aws;

/// <summary>The same command line gives the same tables on AWS as on one machine.</summary>
public sealed class SameTablesTests : IAsyncLifetime
{
    private CloudWorkspace _cloud = null!;

    public async ValueTask InitializeAsync() => _cloud = await CloudWorkspace.StartAsync();

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    public async Task A_run_on_AWS_gives_table_by_table_what_the_embedded_run_gives() => await CompareAsync(BadDelivery());

    [Fact]
    [Trait("Category", "Long")]
    public async Task On_the_real_sample_every_table_is_the_same()
    {
        Assert.SkipWhen(SampleData.Instacart is null, "the real sample, shared/data/instacart beside the project, is not on this machine");
        var compared = await CompareAsync(SampleData.Instacart!);
        ResultFiles.Write("same-tables", "the embedded run and the run on emulated AWS agree on the real sample, table by table:", compared.Select(table => $"{table.Key}: {table.Value.Split(',')[0]}"));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task On_generated_data_every_table_is_the_same()
    {
        GroceryGenerator.Generate(new GeneratorOptions { Users = 550 }, _cloud.Delivery, null, TestContext.Current.CancellationToken);
        await CompareAsync(_cloud.Delivery);
    }

    [Fact]
    public async Task Task_by_task_and_scored_in_shards_it_is_the_same_again()
    {
        var expected = await EmbeddedAsync(BadDelivery());
        foreach (var step in GroceryPipeline.Blueprint().Steps)
        {
            string[] task = ["run", "--only", step.Table.Name.ToString(), "--run-id", "night-1", "--no-progress"];
            string[][] tasks = step is IShardedStep
                ? [[.. task, "--shard", "1/2"], [.. task, "--shard", "0/2"], [.. task, "--commit-shards", "2"]]
                : [step.Table.Name.Zone == Zone.Raw ? [.. task, "--source", _cloud.Delivery] : task];
            foreach (var args in tasks)
            {
                Assert.False(step is IShardedStep && CloudContents.Of(_cloud).ContainsKey(step.Table.Name.ToString()), "shards were published before all were there");
                await RunAsync(args);
            }
        }

        Assert.Equal(expected, CloudContents.Of(_cloud));
    }

    private string BadDelivery() => _cloud.WriteDelivery(extraLines: new Dictionary<string, string[]> { ["orders"] = ["x,1,prior,9,1,1,1.0", "9001,1,prior,9,8,1,1.0"] });

    private async Task<SortedDictionary<string, string>> CompareAsync(string delivery)
    {
        var expected = await EmbeddedAsync(delivery);
        await RunAsync("run", "--source", delivery, "--no-progress");
        Assert.Equal(expected, CloudContents.Of(_cloud));

        var again = await RunAsync("run", "--source", delivery, "--json", "--no-progress");
        Assert.DoesNotContain("\"built\"", again.Out, StringComparison.Ordinal);
        return expected;
    }

    private async Task<SortedDictionary<string, string>> EmbeddedAsync(string delivery)
    {
        var lake = _cloud.In("lake");
        await RunAsync("run", "--source", delivery, "--lake", lake, "--no-progress");
        return LakeContents.Of(lake);
    }

    private async Task<Support.CommandResult> RunAsync(params string[] args)
    {
        var result = await _cloud.RunAsync(args);
        Assert.True(result.Code == 0, $"{string.Join(' ', args)}: {result.Error}");
        return result;
    }
}
