using Recommender.Ranking.Features;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Reasons;

namespace Recommender.Ranking.Learning;

/// <summary>
/// Ranks a user's candidates by a trained model. Scores are calibrated probabilities that the product is in the user's next basket.
/// Fewer than asked for where there are fewer candidates; an unknown user's are what is popular. To rank and to score a user one
/// after the other in one workspace costs little more than one of the two.
/// </summary>
/// <param name="shop">What is known of the shop, gathered with the model's settings.</param>
/// <param name="model">The model.</param>
/// <param name="name">The name in reports and tables.</param>
internal sealed class LearntRanker(ShopKnowledge shop, RankerModel model, string name = "learnt") : IRanker, IPairScorer
{
    private readonly Func<ScoringScratch> _create = Creator(shop, model);

    /// <inheritdoc cref="IRanker.Name"/>
    public string Name => name;

    /// <inheritdoc/>
    public bool IsProbability => true;

    /// <inheritdoc/>
    public int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace) =>
        Load(user, workspace).Best(top, model.Calibration, shop.Shop.Histories.Popularity);

    /// <inheritdoc/>
    public void Score(int user, PairScores scores, RankingWorkspace workspace)
    {
        var scratch = Load(user, workspace);
        scratch.SortByItem(out var items, out var margins);
        scores.Clear();
        for (var place = 0; place < items.Length; place++)
        {
            scores.Add(items[place], model.Calibration.Apply(margins[place]), scratch.IsBought(items[place]));
        }
    }

    /// <summary>Splits the score of a product, a candidate or not, into what each feature adds to it.</summary>
    /// <param name="user">Index of the user, or −1.</param>
    /// <param name="item">Index of the product.</param>
    /// <param name="workspace">The calling thread's scratch memory.</param>
    public ScoreExplanation Explain(int user, int item, RankingWorkspace workspace)
    {
        var scratch = Load(user, workspace);
        var (row, contributions) = (new float[FeatureCatalogue.All.Count], new double[FeatureCatalogue.All.Count]);
        scratch.Features(item, row);
        var bias = model.Contributions(row, contributions);
        var margin = bias + contributions.Sum();
        return new ScoreExplanation(
            margin, bias, model.Calibration.Apply(margin), scratch.Items.Contains(item),
            [
                .. FeatureCatalogue.All.Select((feature, index) => new FeatureContribution(feature.Name, feature.Description, row[index], contributions[index]))
                    .OrderByDescending(part => Math.Abs(part.Contribution)),
            ]);
    }

    private static Func<ScoringScratch> Creator(ShopKnowledge shop, RankerModel model)
    {
        var trees = new ReasonTrees(model);
        return () => new ScoringScratch(new FeatureExtractor(shop, model.Settings.Candidates), model, trees, shop.Items);
    }

    private ScoringScratch Load(int user, RankingWorkspace workspace)
    {
        var scratch = workspace.Scratch(this, _create);
        var (first, end) = shop.Shop.Histories.Baskets(user);
        scratch.Load(user, end - first);
        return scratch;
    }
}
