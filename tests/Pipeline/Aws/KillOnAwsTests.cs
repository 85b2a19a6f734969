using System.Diagnostics;
using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Glue;
using Recommender.Ingest.Generation;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Tests.Campaigns;

namespace Recommender.Pipeline.Tests.Aws;

/// <summary>A run on AWS that is killed with -9 at any moment and started again ends with the same tables as one left alone.</summary>
public sealed class KillOnAwsTests : IAsyncLifetime
{
    private CloudWorkspace _cloud = null!;

    public async ValueTask InitializeAsync() => _cloud = await CloudWorkspace.StartAsync();

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    [Trait("Category", "Long")]
    public void Killed_at_any_moment_it_goes_on()
    {
        GroceryGenerator.Generate(new GeneratorOptions { Users = 300 }, _cloud.Delivery, null, TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();
        ProductProcess.Run("run", "--source", _cloud.Delivery, "--lake", _cloud.In("lake"), "--no-progress");
        var expected = LakeContents.Of(_cloud.In("lake"));
        using (var whole = Start(night: 0))
        {
            clock.Restart();
            whole.WaitForSuccess();
        }

        var moments = new KillMoments(clock.Elapsed, seed: 4);
        Assert.Equal(expected, CloudContents.Of(_cloud));

        for (var night = 1; night <= 6; night++)
        {
            GroceryGenerator.Generate(new GeneratorOptions { Users = 300 + night, Overwrite = true }, _cloud.Delivery, null, TestContext.Current.CancellationToken);
            var lake = _cloud.In($"lake-{night}");
            ProductProcess.Run("run", "--source", _cloud.Delivery, "--lake", lake, "--no-progress");
            var before = CloudContents.Of(_cloud);
            var after = LakeContents.Of(lake);
            using (var run = Start(night))
            {
                moments.Kill(run);
            }

            // What a reader sees in between is, table by table, the old snapshot or the new one.
            Assert.All(CloudContents.Of(_cloud), table => Assert.Contains(table.Value, new[] { before[table.Key], after[table.Key] }));
            EndLocks();
            using (var run = Start(night))
            {
                run.WaitForSuccess();
            }

            Assert.Equal(after, CloudContents.Of(_cloud));
            Assert.DoesNotContain(Enum.GetValues<Zone>().SelectMany(zone => _cloud.Server.Service<GlueService>().Catalog.Tables(_cloud.Stack.Database(zone))), table => table.Name.Contains("__build_", StringComparison.Ordinal));
        }

        Assert.True(moments.Killed > 3, $"only {moments.Killed} of 6 runs were still running when they were to be killed");
    }

    private ProductProcess Start(int night) => ProductProcess.Start(["run", "--source", _cloud.Delivery, "--lake", _cloud.Stack.Lake, "--run-id", $"night-{night}", "--no-progress"], _cloud.Stack.Environment(_cloud.In("work")));

    /// <summary>Minutes pass: the dead writer's locks end.</summary>
    private void EndLocks()
    {
        foreach (var bucket in _cloud.Server.Objects.Buckets)
        {
            foreach (var stored in _cloud.Server.Objects.List(bucket, "").Where(stored => stored.Key.EndsWith("/_lock", StringComparison.Ordinal)))
            {
                var file = JsonNode.Parse(_cloud.Server.Objects.Read(bucket, stored.Key))!.AsObject();
                file["expires"] = "2020-01-01T00:00:00+00:00";
                _cloud.Server.Objects.Add(bucket, stored.Key, System.Text.Encoding.UTF8.GetBytes(file.ToJsonString()));
            }
        }
    }
}
