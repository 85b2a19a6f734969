using Recommender.Ranking.Candidates;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Features;
using Recommender.Ranking.Tests.Learning;

namespace Recommender.Ranking.Tests.Candidates;

public class CandidateGeneratorTests
{
    [Fact]
    public void Candidates_are_the_history_and_new_products_of_each_source_within_its_limit()
    {
        var (histories, known, _) = SmallModel.Make();
        var settings = new CandidateSettings { Similar = 3, Neighbours = 4, Department = 2, Popular = 1 };
        var extractor = new FeatureExtractor(known, settings);
        for (var user = 0; user < histories.Users.Count; user++)
        {
            extractor.Load(user, 4);
            var (first, _) = histories.Baskets(user);
            var bought = Enumerable.Range(first, 4).SelectMany(basket => histories.Basket(basket).ToArray()).Distinct().ToHashSet();
            var candidates = extractor.Candidates.ToArray();
            Assert.Equal(candidates.Distinct(), candidates);
            Assert.Equal(bought, candidates.Take(bought.Count).ToHashSet());
            Assert.All(candidates, item => Assert.Equal(bought.Contains(item), extractor.SourcesOf(item).HasFlag(CandidateSource.History)));
            int From(CandidateSource source) => candidates.Count(item => !bought.Contains(item) && extractor.SourcesOf(item).HasFlag(source));
            Assert.Equal((4, 2), (From(CandidateSource.Neighbours), From(CandidateSource.Department)));
            Assert.InRange(From(CandidateSource.Similar), 1, 3);
            Assert.InRange(From(CandidateSource.Popular), 1, 2);
        }
    }

    [Fact]
    public void Recall_of_the_union_is_at_least_that_of_each_source()
    {
        var (histories, known, next) = SmallModel.Make();
        var recall = CandidateRecall.Measure(known, new CandidateSettings(), next.Where(UserSplit.IsTest), 2, TestContext.Current.CancellationToken);
        Assert.True(recall.Candidates > 10);
        Assert.InRange(recall.Of[CandidateSource.History], 0.3, 0.95);
        Assert.All(recall.Of.Values, one => Assert.True(one <= recall.Union));
        Assert.Equal(0, recall.NewOf[CandidateSource.History]);
        Assert.All(recall.NewOf.Values, one => Assert.True(one <= recall.NewUnion));
        Assert.True(recall.NewUnion > 0.3);
    }
}
