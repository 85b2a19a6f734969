using Recommender.Ranking.Baskets;
using Recommender.Ranking.Features;
using Recommender.Ranking.Learning;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Learning;

public class ReasonFinderTests
{
    [Theory]
    [InlineData("similar_to_recent", nameof(ReasonKind.Similar), 0f, 0.1f)]
    [InlineData("neighbour_score", nameof(ReasonKind.Neighbours), 0f, 0.1f)]
    [InlineData("item_next_lift", nameof(ReasonKind.Trending), 1f, 1.1f)]
    [InlineData("item_next_lift", nameof(ReasonKind.Trending), float.NaN, 1.1f)]
    public void A_feature_that_says_nothing_for_a_product_is_no_reason_though_it_raises_the_score(string feature, string kind, float nothing, float something)
    {
        var column = FeatureCatalogue.All.Select(known => known.Name).ToList().IndexOf(feature);
        var (histories, known, _) = SmallModel.Make(20);
        var view = new UserView(known.Shop);
        view.Load(0, 6);
        var item = Enumerable.Range(0, histories.Products.Count).First(product => view.SlotOf(product) < 0);
        ReasonKind Reason(float value, bool leftRaises)
        {
            // Another row comes before it.
            var (width, items, rowOf) = (FeatureCatalogue.All.Count, new[] { new ScoredItem(item, 1, ItemReason.Popular) }, new int[histories.Products.Count]);
            var rows = new float[2 * width];
            (rows[width + column], rowOf[item]) = (value, 1);
            new ReasonFinder(new ReasonTrees(OneSplit(column, something - 0.05f, leftRaises)), view).Find(items, rowOf, rows, width);
            return items[0].Reason.Kind;
        }

        Assert.Equal(kind, Reason(something, leftRaises: false).ToString());
        Assert.NotEqual(kind, Reason(nothing, leftRaises: true).ToString());
    }

    /// <summary>A model that asks whether a feature is at most a threshold, or unknown.</summary>
    private static RankerModel OneSplit(int feature, float threshold, bool leftRaises)
    {
        var left = leftRaises ? 1 : -1;
        var tree = new Tree
        {
            Feature = [feature], Threshold = [threshold], Categories = [null], MissingLeft = [true], Left = [~0], Right = [~1],
            Gain = [1], NodeValue = [0], LeafValue = [left, -left],
        };
        return new RankerModel(
            new RankerSettings(), [new TreeModel(FeatureCatalogue.All, 0, [tree])], [], ProbabilityCalibration.Identity, new TrainingFacts(1, 1, 1, 1, 1, 0));
    }
}
