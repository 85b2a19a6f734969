using Recommender.Ingest.Generation;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Tests.Support;

namespace Recommender.Pipeline.Tests.Commands;

/// <summary>A model's life from the command line, with the learner that the product has.</summary>
public sealed class ModelLifeTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_model_is_trained_explained_tuned_replaced_and_rolled_back()
    {
        GroceryGenerator.Generate(new GeneratorOptions { Users = 700 }, _workspace.Delivery, null, TestContext.Current.CancellationToken);
        await FineAsync("run", "--source", _workspace.Delivery, "--no-progress");
        var first = Assert.Single((await FineAsync("models", "--json")).Json.GetProperty("models").EnumerateArray());
        var id = first.GetProperty("id").GetString()!;
        Assert.Equal("champion", first.GetProperty("state").GetString());
        Assert.StartsWith($"# {id}\n", (await FineAsync("models", "show", id[..12])).Out, StringComparison.Ordinal);
        Assert.Equal(id, await ValueAsync("select distinct model from published.recommendations"));
        Assert.Equal(id, await ValueAsync("select distinct model from published.next_basket"));
        Assert.Contains("nothing to do", (await FineAsync("run")).Out, StringComparison.Ordinal);

        // A score of a list is what its explanation says.
        var product = await ValueAsync("select product_id from published.recommendations where user_id = 1 and rank = 1");
        var explained = (await FineAsync("explain", "--user", "1", "--product", product, "--json")).Json;
        var parts = explained.GetProperty("bias").GetDouble() + explained.GetProperty("features").EnumerateArray().Sum(feature => feature.GetProperty("contribution").GetDouble());
        Assert.Equal(explained.GetProperty("score").GetDouble(), parts, 4);
        var listed = double.Parse(await ValueAsync("select score from published.recommendations where user_id = 1 and rank = 1"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(listed, explained.GetProperty("probability").GetDouble(), 4);
        Assert.Equal(2, (await _workspace.RunAsync("explain", "--user", "999999", "--product", product)).Code);

        // One trial, the defaults; training with them is another model of the same settings.
        var tuned = (await FineAsync("tune", "--trials", "1", "--budget", "1s", "--json", "--no-progress")).Json;
        Assert.Equal(0, tuned.GetProperty("trials")[0].GetProperty("trial").GetInt32());
        var trained = await FineAsync("train", "--seed", "2", "--promote", "--json", "--no-progress");
        Assert.Contains(trained.Json.GetProperty("steps").EnumerateArray(), step => step.TryGetProperty("note", out var note) && note.GetString()!.Contains("is champion", StringComparison.Ordinal));
        var models = (await FineAsync("models", "--json")).Json.GetProperty("models");
        Assert.Equal(["champion", "retired"], models.EnumerateArray().Select(model => model.GetProperty("state").GetString()));

        await FineAsync("rollback", "ml.models");
        await FineAsync("run", "--only", "published.recommendations", "--no-progress");
        Assert.Equal(id, await ValueAsync("select distinct model from published.recommendations"));
        Assert.Equal(_workspace.Store.Current(TableName.Parse("ml.models"))!.Snapshot, _workspace.Store.Current(TableName.Parse("published.recommendations"))!.Inputs["ml.models"]);
    }

    private async Task<CommandResult> FineAsync(params string[] args)
    {
        _workspace.Clock.Advance(TimeSpan.FromMinutes(1));
        var result = await _workspace.RunAsync(args);
        Assert.True(result.Code == 0, $"{string.Join(' ', args)}: {result.Error}");
        return result;
    }

    private async Task<string> ValueAsync(string sql) => (await FineAsync("query", sql, "--format", "csv")).Lines[1];
}
