using Recommender.Ingest.Generation;
using Recommender.Pipeline.Tests.Campaigns;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Aws;

/// <summary>The same command line gives the same tables on AWS as on one machine.</summary>
public sealed class SameTablesTests
{
    [Fact]
    public async Task A_run_on_AWS_gives_table_by_table_what_the_embedded_run_gives()
    {
        await using var cloud = await CloudWorkspace.StartAsync();
        var delivery = cloud.WriteDelivery(extraLines: new Dictionary<string, string[]> { ["orders"] = ["x,1,prior,9,1,1,1.0", "9001,1,prior,9,8,1,1.0"] });
        await CompareAsync(cloud, delivery);
    }

    private static async Task CompareAsync(CloudWorkspace cloud, string delivery)
    {
        var embedded = await cloud.RunAsync("run", "--source", delivery, "--lake", cloud.In("lake"), "--no-progress");
        Assert.True(embedded.Code == 0, embedded.Error);
        var run = await cloud.RunAsync("run", "--source", delivery, "--no-progress");
        Assert.True(run.Code == 0, run.Error);
        Assert.Equal(LakeContents.Of(cloud.In("lake")), CloudContents.Of(cloud));

        var again = await cloud.RunAsync("run", "--source", delivery, "--json", "--no-progress");
        Assert.DoesNotContain("\"built\"", again.Out, StringComparison.Ordinal);
    }
}
