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
    public void Killed_twenty_times() => Kill(users: 4000, kills: 20, seed: 2);

    public void Dispose() => _folder.Dispose();

    private void Kill(int users, int kills, int seed)
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
                killed += run.KillAfter(duration * random.NextDouble()) ? 1 : 0;
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
