using Recommender.Ranking.Neighbours;
using Recommender.Ranking.Statistics;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Neighbours;

/// <summary>Neighbours' scores step by step, by comparing a user with every other.</summary>
internal sealed class NeighbourReference(Shop shop, NeighbourSettings settings)
{
    private readonly Dictionary<long, long[][]> _baskets = shop.Users().ToDictionary(user => user, user => shop.Baskets(user).ToArray());

    /// <summary>The score of every product that a neighbour speaks for, of a user with so many known baskets.</summary>
    public Dictionary<long, double> Scores(long user, int known)
    {
        var fold = StatisticFolds.Of(user);
        var mine = Vector(_baskets[user][..known], fold);
        var nearest = _baskets.Where(other => other.Key != user)
            .Select(other => (Baskets: other.Value, other.Key, Similarity: Similarity(mine, Vector(other.Value, fold))))
            .Where(other => other.Similarity > 0)
            .OrderByDescending(other => other.Similarity).ThenBy(other => other.Key)
            .Take(settings.Neighbours)
            .ToArray();
        double Voice(double similarity) => Math.Pow(similarity / nearest[0].Similarity, settings.Locality);
        var total = nearest.Sum(other => Voice(other.Similarity));
        var scores = new Dictionary<long, double>();
        foreach (var other in nearest)
        {
            foreach (var (product, share) in Shares(other.Baskets, settings.ProfileDecay).Where(pair => pair.Value >= settings.MinimumShare))
            {
                scores[product] = scores.GetValueOrDefault(product) + (Voice(other.Similarity) / total * share);
            }
        }

        return scores;
    }

    private static Dictionary<long, double> Shares(long[][] baskets, double decay)
    {
        var weights = baskets.Select((_, t) => Math.Pow(decay, baskets.Length - 1 - t)).ToArray();
        return baskets.SelectMany(basket => basket).Distinct().ToDictionary(
            product => product, product => baskets.Select((basket, t) => basket.Contains(product) ? weights[t] : 0).Sum() / weights.Sum());
    }

    private Dictionary<long, double> Vector(long[][] baskets, int fold) => Shares(baskets, settings.MatchDecay).ToDictionary(
        pair => pair.Key, pair => Math.Pow(pair.Value, settings.MatchPower) * Rarity(pair.Key, fold));

    private double Rarity(long product, int fold)
    {
        var others = _baskets.Where(other => StatisticFolds.Of(other.Key) != fold).ToArray();
        var buyers = others.Count(other => other.Value.Any(basket => basket.Contains(product)));
        return Math.Pow(Math.Log(1 + (others.Length / (1.0 + buyers))), settings.RarityPower);
    }

    private double Similarity(Dictionary<long, double> mine, Dictionary<long, double> other) =>
        mine.Sum(pair => pair.Value * other.GetValueOrDefault(pair.Key)) / Math.Pow(other.Values.Sum(weight => weight * weight), 1 - settings.Alpha);
}
