using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Rankers;

public class BatchRankerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Blocks_hold_what_single_calls_give(int threads)
    {
        var histories = Shop.Random(6, users: 300).Build();
        var ranker = new FilledRanker(new PersonalTopRanker(histories), new GlobalTopRanker(histories));
        var batch = new BatchRanker(histories, ranker, threads);
        var block = new RankedBlock(200, 15);
        int[] all = [.. Enumerable.Range(0, 300), UserHistories.UnknownUser];
        foreach (var users in all.Chunk(170))
        {
            batch.Rank(users, block);

            Assert.Equal(users.Length, block.Count);
            for (var position = 0; position < users.Length; position++)
            {
                var alone = new ScoredItem[15];
                var count = ranker.Rank(users[position], alone, new RankingWorkspace(histories));
                Assert.Equal(users[position], block.User(position));
                Assert.Equal(alone[..count], block.Items(position).ToArray());
            }
        }
    }

    [Fact]
    public void A_block_that_is_too_small_is_refused()
    {
        var histories = new Shop().Order(1, 1, 10).Build();
        var batch = new BatchRanker(histories, new GlobalTopRanker(histories));

        Assert.Throws<ArgumentException>(() => batch.Rank([0, 0], new RankedBlock(1, 5)));
    }

    [Fact]
    public void Ranking_allocates_nothing_once_warm()
    {
        var histories = Shop.Random(7).Build();
        var ranker = new FilledRanker(new DecayedFrequencyRanker(histories, new DecaySettings()), new GlobalTopRanker(histories));
        var workspace = new RankingWorkspace(histories);
        var top = new ScoredItem[50];
        void RankAll()
        {
            for (var user = 0; user < histories.Users.Count; user++)
            {
                ranker.Rank(user, top, workspace);
            }
        }

        RankAll();
        var before = GC.GetAllocatedBytesForCurrentThread();
        RankAll();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
