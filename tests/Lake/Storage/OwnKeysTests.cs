using Recommender.Lake.Storage;

namespace Recommender.Lake.Tests.Storage;

public sealed class OwnKeysTests
{
    private const string Snapshot = "20260105T080000000Z-01234567";
    private const string Shard = "20260105T080000000Z-01234567-0of8";

    [Theory]
    [InlineData($"raw/orders/{Snapshot}")]
    [InlineData($"published/similar_products/{Snapshot}/data")]
    [InlineData($"clean/orders/{Snapshot}/data/day=2011-01-04")]
    [InlineData($"ml/orders/_shards/{Shard}")]
    [InlineData($"ml/orders/_shards/{Shard}/data")]
    public void What_lies_in_a_snapshot_or_a_shard_may_be_deleted(string prefix) => OwnKeys.RequirePrefix(prefix);

    [Theory]
    [InlineData("")]
    [InlineData("raw")]
    [InlineData("raw/orders")]
    [InlineData("raw/orders/")]
    [InlineData("raw//" + Snapshot)]
    [InlineData("raw/orders/_shards")]
    [InlineData("raw/orders/_shards/")]
    [InlineData("raw/orders/_shards/mine")]
    [InlineData("raw/orders/_empty")]
    [InlineData("raw/orders/_lock")]
    [InlineData("raw/orders/_current.json")]
    [InlineData("raw/orders/data")]
    [InlineData("elsewhere/orders/" + Snapshot)]
    [InlineData("raw/Orders/" + Snapshot)]
    [InlineData("raw/../" + Snapshot)]
    [InlineData("raw/orders/" + Snapshot + "/")]
    [InlineData("raw/orders/" + Snapshot + "/..")]
    [InlineData("raw/orders/" + Snapshot + "/../other")]
    [InlineData("raw/orders/" + Snapshot + "/./data")]
    [InlineData("raw/orders/" + Snapshot + "/..\\other")]
    [InlineData("raw/orders/" + Snapshot + "0")]
    [InlineData("/raw/orders/" + Snapshot)]
    public void Nothing_shorter_and_nothing_beside_may_be(string prefix) => Assert.Throws<ArgumentException>(() => OwnKeys.RequirePrefix(prefix));

    [Theory]
    [InlineData($"raw/orders/{Snapshot}/_manifest.json", true)]
    [InlineData($"raw/orders/{Snapshot}/data/part-0.parquet", true)]
    [InlineData($"raw/orders/_shards/{Shard}/_shard.json", true)]
    [InlineData($"raw/orders/{Snapshot}", false)]
    [InlineData($"raw/orders/_shards/{Shard}", false)]
    [InlineData("raw/orders/_lock", false)]
    [InlineData("raw/orders/_current.json", false)]
    [InlineData("raw/orders/_shards/mine/file", false)]
    public void A_file_may_be_deleted_where_it_is_of_a_snapshot_or_a_shard(string key, bool allowed)
    {
        var error = Record.Exception(() => OwnKeys.RequireFile(key));
        Assert.Equal(allowed, error is null);
        Assert.True(error is null or ArgumentException);
    }

    [Theory]
    [InlineData("raw/orders/_lock", true)]
    [InlineData("raw/_lock", false)]
    [InlineData("raw/orders/other/_lock", false)]
    [InlineData("raw/orders/_lock2", false)]
    [InlineData("elsewhere/orders/_lock", false)]
    public void A_lock_is_a_tables_own(string key, bool allowed) => Assert.Equal(allowed, Record.Exception(() => OwnKeys.RequireLock(key)) is null);
}
