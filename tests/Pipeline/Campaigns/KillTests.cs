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
    public void Killed_seventeen_times() => Kill(users: 550, kills: 17, seed: 2);

    [Fact]
    [Trait("Category", "Long")]
    public void Killed_three_times_where_a_model_is_trained_and_then_while_tuning_and_training()
    {
        Kill(users: 700, kills: 3, seed: 4, from: 0.3);
        Assert.StartsWith("1 rows,", LakeContents.Of(_folder["undisturbed"])["ml.models"], StringComparison.Ordinal);

        // Both go on from what the first run left; a session of a second tries one setting and no more.
        Copy(_folder["undisturbed"], _folder["killed"]);
        var random = new Random(5);
        var killed = 0;
        string[][] commands = [["tune", "--trials", "3", "--budget", "1s"], ["tune", "--trials", "3", "--budget", "1s"], ["train", "--seed", "2"]];
        foreach (var command in commands)
        {
            killed += KillOnce(command, random) ? 1 : 0;
        }

        Assert.True(killed > 0, "no command was still running when it was to be killed");
        Assert.StartsWith("2 rows,", LakeContents.Of(_folder["killed"])["ml.tuning_runs"], StringComparison.Ordinal);
        Assert.StartsWith("2 rows,", LakeContents.Of(_folder["killed"])["ml.models"], StringComparison.Ordinal);
    }

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
        var moments = new KillMoments(clock.Elapsed, seed: 3);
        foreach (var name in new[] { "1/3", "2/3", "1/3", "2/3" })
        {
            using var run = ProductProcess.Start([.. shard, name]);
            moments.Kill(run);
            Assert.Equal(unpublished, LakeContents.Of(lake));
        }

        Assert.True(moments.Killed > 0, "no shard was still running when it was to be killed");
        ProductProcess.Run([.. shard, "1/3"]);
        ProductProcess.Run([.. shard, "2/3"]);
        ProductProcess.Run("run", "--lake", lake, "--only", "published.recommendations", "--no-progress", "--commit-shards", "3");
        Assert.Equal(expected, LakeContents.Of(lake));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs a command on one lake, and kills it and runs it again on the other, which was the same.</summary>
    /// <returns>Whether it was still running when it was to be killed.</returns>
    private bool KillOnce(string[] command, Random random)
    {
        var before = LakeContents.Of(_folder["killed"]);
        Assert.Equal(LakeContents.Of(_folder["undisturbed"]), before);
        var clock = Stopwatch.StartNew();
        ProductProcess.Run([.. command, "--lake", _folder["undisturbed"], "--no-progress"]);
        var duration = clock.Elapsed;
        var expected = LakeContents.Of(_folder["undisturbed"]);
        Assert.NotEqual(before, expected);

        bool isKilled;
        using (var process = ProductProcess.Start([.. command, "--lake", _folder["killed"], "--no-progress"]))
        {
            isKilled = process.KillAfter(duration * (0.3 + (0.5 * random.NextDouble())));
        }

        // Nothing, or all of it.
        if (LakeContents.Of(_folder["killed"]) is var after && after.SequenceEqual(before))
        {
            ProductProcess.Run([.. command, "--lake", _folder["killed"], "--no-progress"]);
            after = LakeContents.Of(_folder["killed"]);
        }

        Assert.Equal(expected, after);
        return isKilled;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

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
        var moments = new KillMoments(clock.Elapsed, seed, from);
        var expected = LakeContents.Of(_folder["undisturbed"]);

        for (var i = 0; i < kills; i++)
        {
            var lake = _folder[$"killed-{i}"];
            using (var run = ProductProcess.Start("run", "--source", source, "--lake", lake, "--json", "--no-progress"))
            {
                moments.Kill(run);
            }

            // What a reader sees in between is whole: LakeContents counts every table against its manifest.
            Assert.Subset(expected.ToHashSet(), LakeContents.Of(lake).ToHashSet());
            ProductProcess.Run("run", "--source", source, "--lake", lake, "--json", "--no-progress");
            Assert.Equal(expected, LakeContents.Of(lake));
            Directory.Delete(lake, recursive: true);
        }

        Assert.True(moments.Killed > kills / 2, $"only {moments.Killed} of {kills} runs were still running when they were to be killed");
    }
}
