using Recommender.AwsEmulator.Faults;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Tests.S3;

public sealed class S3DeletionTests : S3LakeTest
{
    [Fact]
    public void All_of_a_snapshot_goes_and_nothing_beside_it()
    {
        string[] others =
        [
            "items/_current.json", "items/_lock", "items/20260105T080000000Z-012345678/data/part-0.parquet", "items/20260105T090000000Z-01234567/data/part-0.parquet",
            "items/_shards/20260105T080000000Z-01234567-0of8/_shard.json", "items2/20260105T080000000Z-01234567/x",
        ];
        foreach (var key in others.Concat(Enumerable.Range(0, 1_001).Select(number => $"items/20260105T080000000Z-01234567/data/part-{number}.parquet")))
        {
            Server.Objects.Add("lake-raw", key, new byte[1]);
        }

        Storage.DeleteAll(Snapshot, Token);

        Assert.Equal(others.Order(StringComparer.Ordinal), Server.Objects.List("lake-raw", "").Select(file => file.Key).Order(StringComparer.Ordinal));
        Assert.Equal(2, Asked("DeleteObjects"));
        Storage.DeleteAll(Snapshot, Token);
        Assert.Equal(2, Asked("DeleteObjects"));
        Storage.DeleteAll("raw/items/_shards/20260105T080000000Z-01234567-0of8", Token);
        Assert.Equal(others.Length - 1, Server.Objects.List("lake-raw", "").Count);
    }

    [Theory]
    [InlineData("raw/items")]
    [InlineData("raw/items/_shards")]
    [InlineData("raw/items/_empty")]
    [InlineData("raw")]
    public void Nothing_shorter_is_asked_of_S3(string prefix)
    {
        Assert.Throws<ArgumentException>(() => Storage.DeleteAll(prefix, Token));
        Assert.Throws<ArgumentException>(() => Storage.Delete($"{prefix}/_current.json", Token));
        Assert.Throws<ArgumentException>(() => Storage.Forget(prefix));
        Assert.Empty(Server.Log);
    }

    [Fact]
    public void A_file_that_is_not_there_is_deleted_too()
    {
        Server.Objects.Add("lake-raw", "items/20260105T080000000Z-01234567/_manifest.json", new byte[1]);
        Storage.Delete($"{Snapshot}/_manifest.json", Token);
        Storage.Delete($"{Snapshot}/_manifest.json", Token);
        Assert.Empty(Server.Objects.List("lake-raw", ""));
    }

    [Theory]
    [InlineData(FaultKind.Throttle)]
    [InlineData(FaultKind.TearBefore)]
    [InlineData(FaultKind.TearAfter)]
    [InlineData(FaultKind.TruncateBody)]
    public void A_deletion_whose_answer_is_lost_is_done_again(FaultKind kind)
    {
        for (var number = 0; number < 5; number++)
        {
            Server.Objects.Add("lake-raw", $"items/20260105T080000000Z-01234567/data/part-{number}.parquet", new byte[1]);
        }

        Fail(kind, "DeleteObjects");
        Storage.DeleteAll(Snapshot, Token);
        Assert.Empty(Server.Objects.List("lake-raw", ""));
        Assert.Equal(0, Server.Faults.Pending);
    }

    [Fact]
    public void A_deletion_that_fails_says_so()
    {
        Server.Objects.Add("lake-raw", "items/20260105T080000000Z-01234567/data/part-0.parquet", new byte[1]);
        Fail(FaultKind.ServerError, "DeleteObjects", times: 10);
        var error = Assert.Throws<EnvironmentException>(() => Open(retries: 0).DeleteAll(Snapshot, Token));
        Assert.Contains("S3 DeleteObjects of s3://lake-raw/items/20260105T080000000Z-01234567", error.Message, StringComparison.Ordinal);
        Assert.Single(Server.Objects.List("lake-raw", ""));
    }
}
