using System.Numerics;
using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Tests.Evaluation;

public class UserSplitTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 61)] // 2654435761 / 2^32 = 0.618…
    [InlineData(2, 23)] // 0.236…
    [InlineData(3, 85)] // 0.854…
    [InlineData(4_294_967_296 / 2, 50)] // half of an odd multiple of 2^32
    public void Known_buckets(long userId, int bucket) => Assert.Equal(bucket, UserSplit.Bucket(userId));

    [Fact]
    public void Buckets_agree_with_exact_arithmetic()
    {
        var random = new Random(11);
        var modulus = BigInteger.Pow(2, 32);
        foreach (var id in Enumerable.Range(0, 5000).Select(_ => random.NextInt64()).Append(3_399_999_999).Append(long.MaxValue))
        {
            Assert.Equal((int)(new BigInteger(id) * 2_654_435_761 % modulus * 100 / modulus), UserSplit.Bucket(id));
        }
    }

    [Fact]
    public void About_half_of_the_users_are_test_users()
    {
        Assert.InRange(Enumerable.Range(1, 206_209).Count(id => UserSplit.IsTest(id)), 102_000, 104_000);
        Assert.True(UserSplit.IsTest(2));
        Assert.False(UserSplit.IsTest(1));
        Assert.False(UserSplit.IsTest(4_294_967_296 / 2));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void A_negative_id_is_refused(long userId) => Assert.Throws<ArgumentOutOfRangeException>(() => UserSplit.Bucket(userId));
}
