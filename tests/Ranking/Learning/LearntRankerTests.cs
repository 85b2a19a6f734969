using Recommender.Ranking.Features;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Learning;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Tests.Learning;

public class LearntRankerTests
{
    [Fact]
    public void Lists_are_the_best_scores_of_pairs_and_explanations_add_up_to_them()
    {
        var (histories, known, next) = SmallModel.Make();
        var ranker = new LearntRanker(known, SmallModel.Train(histories, known, next, SmallModel.Settings with { RankingWeight = 0.3 }));
        var workspace = new RankingWorkspace(histories);
        var (top, scores) = (new ScoredItem[8], new PairScores());
        for (var user = 0; user < 20; user++)
        {
            Assert.Equal(8, ranker.Rank(user, top, workspace));
            ranker.Score(user, scores, workspace);
            Assert.Equal(scores.Scores.ToArray().OrderDescending().Take(8), top.Select(item => item.Score));
            Assert.Equal(scores.Items.ToArray().Order(), scores.Items.ToArray());
            Assert.Equal(histories.Purchases(user).ToArray().Distinct().Count(), scores.Bought.ToArray().Count(bought => bought));
            var why = ranker.Explain(user, top[0].Item, workspace);
            Assert.True(why.IsCandidate);
            Assert.Equal(why.Score, why.Bias + why.Features.Sum(feature => feature.Contribution), 1e-9);
            Assert.Equal(top[0].Score, why.Probability, 1e-4);
        }
    }

    [Fact]
    public void A_user_who_is_ranked_and_scored_in_turn_gets_what_each_alone_gives()
    {
        var (histories, known, next) = SmallModel.Make();
        var ranker = new LearntRanker(known, SmallModel.Train(histories, known, next));
        var shared = new RankingWorkspace(histories);
        var (top, again, scores, alone) = (new ScoredItem[8], new ScoredItem[8], new PairScores(), new PairScores());
        for (var user = 0; user < 20; user++)
        {
            ranker.Rank(user, top, new RankingWorkspace(histories));
            ranker.Score(user, alone, new RankingWorkspace(histories));
            for (var turn = 0; turn < 2; turn++)
            {
                ranker.Score(user, scores, shared);
                ranker.Rank(user, again, shared);
                Assert.Equal(top, again);
                Assert.Equal(alone.Items.ToArray(), scores.Items.ToArray());
                Assert.Equal(alone.Scores.ToArray(), scores.Scores.ToArray());
                Assert.Equal(alone.Bought.ToArray(), scores.Bought.ToArray());
            }
        }
    }

    [Fact]
    public void Ranking_allocates_nothing_once_it_has_grown()
    {
        var (histories, known, next) = SmallModel.Make();
        var ranker = new LearntRanker(known, SmallModel.Train(histories, known, next));
        var (workspace, top) = (new RankingWorkspace(histories), new ScoredItem[10]);
        long Ranked()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var user = -1; user < histories.Users.Count; user++)
            {
                ranker.Rank(user, top, workspace);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Ranked();
        Assert.Equal(0, Ranked());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(70)]
    public void Reasons_weigh_what_explanations_say(int leaves)
    {
        var (histories, known, next) = SmallModel.Make();
        var trained = SmallModel.Settings with { RankingWeight = 0.3, Bags = 2, Trees = SmallModel.Settings.Trees with { Leaves = leaves, MinRowsInLeaf = 1 } };
        var model = SmallModel.Train(histories, known, next, trained);
        Assert.Equal(leaves, model.Logistic.Max(trees => trees.TreeList.Max(tree => tree.Leaves)));
        var extractor = new FeatureExtractor(known, model.Settings.Candidates);
        var (trees, parts) = (new ReasonTrees(model), new double[extractor.Width]);
        for (var user = 0; user < 10; user++)
        {
            extractor.Load(user, 6);
            var (count, width) = (extractor.Candidates.Length, extractor.Width);
            var rows = new float[count * width];
            extractor.Fill(extractor.Candidates, rows);
            int[] chosen = [.. Enumerable.Range(0, count).Where(row => row % 3 != 1).Reverse()];
            var byKind = new float[chosen.Length * ReasonTrees.Kinds];
            trees.Sum(rows, width, chosen, byKind);
            for (var place = 0; place < chosen.Length; place++)
            {
                model.Contributions(rows.AsSpan(chosen[place] * width, width), parts);
                for (var kind = 0; kind < ReasonTrees.Kinds - 1; kind++)
                {
                    Assert.Equal(parts.Where((_, feature) => FeatureCatalogue.Reasons[feature] == (ReasonKind)kind).Sum(), byKind[(place * ReasonTrees.Kinds) + kind], 1e-4);
                }
            }
        }
    }

    [Fact]
    public void Reasons_fit_the_pair()
    {
        var (histories, known, next) = SmallModel.Make();
        var model = SmallModel.Train(histories, known, next);
        var ranker = new LearntRanker(known, model);
        var extractor = new FeatureExtractor(known, model.Settings.Candidates);
        var (workspace, top, row) = (new RankingWorkspace(histories), new ScoredItem[15], new float[extractor.Width]);
        float Value(string feature) => row[FeatureCatalogue.All.Select(column => column.Name).ToList().IndexOf(feature)];
        HashSet<ReasonKind> kinds = [];
        for (var user = 0; user < histories.Users.Count; user++)
        {
            var orders = histories.Baskets(user) is var (first, end) ? end - first : 0;
            extractor.Load(user, orders);
            foreach (var item in top.AsSpan(0, ranker.Rank(user, top, workspace)))
            {
                var bought = histories.Purchases(user).Count(item.Item);
                kinds.Add(item.Reason.Kind);
                Assert.Equal(bought > 0, item.Reason.Kind is ReasonKind.Bought or ReasonKind.Due);
                Assert.Equal(item.Reason.Kind == ReasonKind.Bought ? (bought, orders) : (0, 0), (item.Reason.Bought, item.Reason.Orders));
                Assert.Equal(item.Reason.Kind == ReasonKind.Due, item.Reason is { Gap: >= 1, Since: >= 1 });
                extractor.Fill([item.Item], row);
                Assert.True(item.Reason.Kind != ReasonKind.Similar || Value("similar_to_recent") > 0);
                Assert.True(item.Reason.Kind != ReasonKind.Neighbours || Value("neighbour_score") > 0);
                Assert.True(item.Reason.Kind != ReasonKind.Trending || Value("item_next_lift") > 1);
            }
        }

        Assert.True(kinds.Count >= 4, string.Join(' ', kinds));
    }

    [Fact]
    public void An_unknown_user_gets_what_is_popular()
    {
        var (histories, known, next) = SmallModel.Make();
        var ranker = new LearntRanker(known, SmallModel.Train(histories, known, next));
        var top = new ScoredItem[5];
        Assert.Equal(5, ranker.Rank(UserHistories.UnknownUser, top, new RankingWorkspace(histories)));
        Assert.All(top, item => Assert.NotEqual(ReasonKind.Bought, item.Reason.Kind));
    }
}
