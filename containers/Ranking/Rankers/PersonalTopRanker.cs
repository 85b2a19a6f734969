using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Rankers;

/// <summary>
/// The products that the user bought most often; of equally frequent ones the last bought first. Score: the number of
/// baskets with the product + (place of the last of them, from 1) / (number of baskets + 1).
/// </summary>
internal sealed class PersonalTopRanker(UserHistories histories) : IRanker
{
    /// <inheritdoc/>
    public string Name => "personal_top";

    /// <inheritdoc/>
    public int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace)
    {
        var (first, end) = histories.Baskets(user);
        var weights = workspace.Weights(end - first);
        weights.Fill(1);
        var tally = workspace.Tally;
        tally.Collect(histories, user, weights);
        var best = new TopList(top, histories.Popularity);
        foreach (var item in tally.Items)
        {
            ref readonly var entry = ref tally[item];
            var score = entry.Bought + ((entry.LastBasket + 1.0) / (end - first + 1.0));
            best.Offer(item, score, ItemReason.BoughtIn(entry.Bought, entry.BoughtRecently, end - first));
        }

        return best.Count;
    }
}
