using Recommender.Ranking.Features;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Learning;

/// <summary>
/// Ranks a user's candidates by a trained model. Scores are calibrated probabilities that the product is in the user's next basket.
/// Fewer than asked for where there are fewer candidates; an unknown user's are what is popular.
/// </summary>
/// <param name="shop">What is known of the shop, gathered with the model's settings.</param>
/// <param name="model">The model.</param>
/// <param name="name">The name in reports and tables.</param>
internal sealed class LearntRanker(ShopKnowledge shop, RankerModel model, string name = "learnt") : IRanker, IPairScorer
{
    /// <inheritdoc cref="IRanker.Name"/>
    public string Name => name;

    /// <inheritdoc/>
    public bool IsProbability => true;

    /// <inheritdoc/>
    public int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace)
    {
        var scratch = Load(user, workspace);
        var best = new TopList(top, shop.Shop.Histories.Popularity);
        for (var row = 0; row < scratch.Count; row++)
        {
            best.Offer(scratch.Items[row], model.Calibration.Apply(scratch.Margins[row]), scratch.Reason(row));
        }

        return best.Count;
    }

    /// <inheritdoc/>
    public void Score(int user, PairScores scores, RankingWorkspace workspace)
    {
        var scratch = Load(user, workspace);
        scratch.SortByItem();
        scores.Clear();
        for (var row = 0; row < scratch.Count; row++)
        {
            scores.Add(scratch.Items[row], model.Calibration.Apply(scratch.Margins[row]), scratch.IsBought(row));
        }
    }

    private ScoringScratch Load(int user, RankingWorkspace workspace)
    {
        var scratch = workspace.Scratch(this, () => new ScoringScratch(new FeatureExtractor(shop, model.Settings.Candidates)));
        var (first, end) = shop.Shop.Histories.Baskets(user);
        scratch.Load(user, end - first, model);
        return scratch;
    }
}
