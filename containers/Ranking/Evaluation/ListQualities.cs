using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Evaluation;

/// <summary>What a list is like, whether it hits or not; see <see cref="EvaluationMetrics"/>.</summary>
internal sealed class ListQualities
{
    private readonly UserHistories _histories;
    private readonly ProductSegments _kinds;
    private readonly double[] _surprise;

    /// <param name="histories">Whose purchases make products popular.</param>
    /// <param name="kinds">The aisle, or department, of each product.</param>
    public ListQualities(UserHistories histories, ProductSegments kinds)
    {
        (_histories, _kinds) = (histories, kinds);
        var all = (double)histories.ItemCount + histories.Products.Count;
        _surprise = [.. histories.Popularity.ToArray().Select(baskets => -Math.Log2((baskets + 1) / all))];
    }

    /// <summary>Mean surprise in bits; NaN for an empty list.</summary>
    public double Novelty(ReadOnlySpan<int> list)
    {
        var sum = 0.0;
        foreach (var item in list)
        {
            sum += _surprise[item];
        }

        return sum / list.Length;
    }

    /// <summary>Share of the pairs of different kinds, a product without a kind being like no other; NaN for fewer than two products.</summary>
    public double Diversity(ReadOnlySpan<int> list)
    {
        var different = 0;
        for (var one = 0; one < list.Length; one++)
        {
            for (var other = 0; other < one; other++)
            {
                var kind = _kinds.Of(list[one]);
                different += kind == ProductSegments.None || kind != _kinds.Of(list[other]) ? 1 : 0;
            }
        }

        return 2.0 * different / list.Length / (list.Length - 1);
    }

    /// <summary>Mean number of baskets that the list's products are in; NaN for an empty list.</summary>
    public double Popularity(ReadOnlySpan<int> list)
    {
        var sum = 0L;
        foreach (var item in list)
        {
            sum += _histories.Popularity[item];
        }

        return (double)sum / list.Length;
    }
}
