using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Rankers;

/// <summary>
/// How often, and how recently, the user bought a product: the personal part of TIFU-KNN (Hu, He, Gao, Zhang, "Modeling
/// Personalized Item Frequency Information for Next-basket Recommendation", SIGIR 2020), as the authors' code computes it.
/// </summary>
/// <remarks>
/// A user's n baskets, t = 0 (oldest) … n − 1, are cut in time order into G = min(m, n) groups, g = 0 … G − 1, of ⌊n/G⌋
/// baskets each, the last n mod G groups one more. The score of a product is the sum over the baskets t that hold it of
/// <code>r_b^(n−1−t) × r_g^(m−1−g(t)) / (size of group g(t) × G)</code>
/// so a basket's decay runs over the whole history (the paper's formula lets it start again in each group).
/// </remarks>
internal sealed class DecayedFrequencyRanker : IRanker, IPairScorer
{
    private readonly UserHistories _histories;
    private readonly DecayWeights _decay;

    /// <summary>A ranker over these histories.</summary>
    /// <exception cref="ArgumentException">The settings have faults.</exception>
    public DecayedFrequencyRanker(UserHistories histories, DecaySettings settings, string name = "decayed_frequency")
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        _histories = histories;
        Name = name;
        _decay = new DecayWeights(settings, histories.MostBaskets);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool IsProbability => false;

    /// <inheritdoc/>
    public int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace)
    {
        var (first, end) = _histories.Baskets(user);
        var weights = workspace.Weights(end - first);
        _decay.Fill(weights);
        var tally = workspace.Tally;
        tally.Collect(_histories, user, weights);
        var best = new TopList(top, _histories.Popularity);
        foreach (var item in tally.Items)
        {
            ref readonly var entry = ref tally[item];
            best.Offer(item, entry.Weight, ItemReason.BoughtIn(entry.Bought, entry.BoughtRecently, end - first));
        }

        return best.Count;
    }

    /// <summary>Scores the user's history by the logarithms of the sums, in which decays are differences.</summary>
    /// <inheritdoc/>
    public void Score(int user, PairScores scores, RankingWorkspace workspace)
    {
        scores.Clear();
        var (first, end) = _histories.Baskets(user);
        var weights = workspace.Weights(end - first);
        _decay.Fill(weights);
        var tally = workspace.Tally;
        tally.Collect(_histories, user, weights);
        var items = workspace.Counts(tally.Items.Length);
        tally.Items.CopyTo(items);
        items.Sort();
        foreach (var item in items)
        {
            // In a history of thousands of baskets the oldest weigh 0.
            scores.Add(item, Math.Log(Math.Max(tally[item].Weight, double.Epsilon)), bought: true);
        }
    }
}
