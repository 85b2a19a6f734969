using System.Diagnostics;
using Recommender.Ingest.Generation;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Campaigns;

/// <summary>A run that is killed with -9 at any moment and started again ends with the same tables as one left alone.</summary>
public sealed class KillTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Killed_three_times() => Kill(users: 400, kills: 3, seed: 1);

    [Fact]
    [Trait("Category", "Long")]
    public void Killed_twenty_times() => Kill(users: 550, kills: 20, seed: 2);

    [Fact]
    [Trait("Category", "Long")]
    public void Killed_while_a_model_is_trained() => Kill(users: 700, kills: 1, seed: 4, from: 0.4);

    [Fact]
    public void Shards_killed_at_any_moment_are_computed_again_and_publish_the_same_rows()
    {
        var source = _folder["source"];
        var lake = _folder["lake"];
        GroceryGenerator.Generate(new GeneratorOptions { Users = 400 }, source, null, TestContext.Current.CancellationToken);
        ProductProcess.Run("run", "--source", source, "--lake", lake, "--no-progress");
        var expected = LakeContents.Of(lake);
        Directory.Delete(Path.Combine(lake, "published", "recommendations"), recursive: true);
        var unpublished = LakeContents.Of(lake);
        string[] shard = ["run", "--lake", lake, "--only", "published.recommendations", "--no-progress", "--shard"];

        var clock = Stopwatch.StartNew();
        ProductProcess.Run([.. shard, "0/3"]);
        var duration = clock.Elapsed;
        var random = new Random(3);
        var killed = 0;
        foreach (var name in new[] { "1/3", "2/3", "1/3", "2/3" })
        {
            using var run = ProductProcess.Start([.. shard, name]);
            killed += run.KillAfter(duration * random.NextDouble()) ? 1 : 0;
            Assert.Equal(unpublished, LakeContents.Of(lake));
        }

        Assert.True(killed > 0, "no shard was still running when it was to be killed");
        ProductProcess.Run([.. shard, "1/3"]);
        ProductProcess.Run([.. shard, "2/3"]);
        ProductProcess.Run("run", "--lake", lake, "--only", "published.recommendations", "--no-progress", "--commit-shards", "3");
        Assert.Equal(expected, LakeContents.Of(lake));
    }

    public void Dispose() => _folder.Dispose();

    /// <param name="users">Shoppers; a model is trained where there are enough (some 650).</param>
    /// <param name="kills">How many runs are killed.</param>
    /// <param name="seed">Of the moments.</param>
    /// <param name="from">The share of a run's time before which none is killed.</param>
    private void Kill(int users, int kills, int seed, double from = 0)
    {
        var source = _folder["source"];
        GroceryGenerator.Generate(new GeneratorOptions { Users = users }, source, null, TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();
        ProductProcess.Run("run", "--source", source, "--lake", _folder["undisturbed"], "--json", "--no-progress");
        var duration = clock.Elapsed;
        var expected = LakeContents.Of(_folder["undisturbed"]);

        var random = new Random(seed);
        var killed = 0;
        for (var i = 0; i < kills; i++)
        {
            var lake = _folder[$"killed-{i}"];
            using (var run = ProductProcess.Start("run", "--source", source, "--lake", lake, "--json", "--no-progress"))
            {
                killed += run.KillAfter(duration * (from + ((1 - from) * random.NextDouble()))) ? 1 : 0;
            }

            // What a reader sees in between is whole: LakeContents counts every table against its manifest.
            Assert.Subset(expected.ToHashSet(), LakeContents.Of(lake).ToHashSet());
            ProductProcess.Run("run", "--source", source, "--lake", lake, "--json", "--no-progress");
            Assert.Equal(expected, LakeContents.Of(lake));
            Directory.Delete(lake, recursive: true);
        }

        Assert.True(killed > kills / 2, $"only {killed} of {kills} runs were still running when they were to be killed");
    }
}
