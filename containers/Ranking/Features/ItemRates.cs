using Recommender.Ranking.Rankers;
using Recommender.Ranking.Statistics;
using Recommender.Ranking.Steps;

namespace Recommender.Ranking.Features;

/// <summary>
/// Rates of products, aisles and departments made of <see cref="ItemStatistics"/>, smoothed where few purchases support them.
/// Each fold's come from the users of the other folds, so that nothing of a user is in what his rows see. Immutable.
/// </summary>
internal sealed class ItemRates
{
    private const float Prior = 10;

    private readonly ItemStatistics _statistics;
    private readonly float[][] _totals;

    /// <summary>Rates of a shop.</summary>
    /// <exception cref="ArgumentException">The shop comes without statistics.</exception>
    public ItemRates(ShopHistory shop)
    {
        _statistics = shop.Statistics ?? throw new ArgumentException("Features need the shop's item statistics.", nameof(shop));
        _totals = [.. Enumerable.Range(0, StatisticFolds.Count).Select(fold => Totals(fold))];
        Aisles = BySegment(shop.Aisles);
        Departments = BySegment(shop.Departments);
    }

    /// <summary>Totals per fold and aisle; empty without aisles.</summary>
    public float[][][] Aisles { get; }

    /// <summary>Totals per fold and department.</summary>
    public float[][][] Departments { get; }

    /// <summary>The row of a product.</summary>
    public ReadOnlySpan<float> Row(int fold, int item) => _statistics.Of(fold, item);

    /// <summary>The sum of a statistic over all products.</summary>
    public float Total(int fold, ItemStatistic statistic) => _totals[fold][(int)statistic];

    /// <summary>Usual number of orders from one purchase to the next, drawn to that of all products.</summary>
    public float Gap(int fold, int item) => Rate(fold, item, ItemStatistic.GapOrders, ItemStatistic.Reorders);

    /// <summary>Σ part / Σ whole, as if <see cref="Prior"/> more of the whole had been seen at the rate of all products.</summary>
    public float Rate(int fold, int item, ItemStatistic part, ItemStatistic whole) => Rate(fold, Row(fold, item), part, whole);

    /// <inheritdoc cref="Rate(int, int, ItemStatistic, ItemStatistic)"/>
    public float Rate(int fold, ReadOnlySpan<float> row, ItemStatistic part, ItemStatistic whole)
    {
        var all = Total(fold, whole);
        return all == 0 ? float.NaN : (row[(int)part] + (Prior * Total(fold, part) / all)) / (row[(int)whole] + Prior);
    }

    private float[][][] BySegment(ProductSegments? segments) =>
        [.. Enumerable.Range(0, StatisticFolds.Count).Select(fold => SegmentTotals(fold, segments))];

    private float[][] SegmentTotals(int fold, ProductSegments? segments)
    {
        var totals = new float[segments?.Count ?? 0][];
        for (var segment = 0; segment < totals.Length; segment++)
        {
            totals[segment] = new float[ItemStatistics.Columns];
        }

        for (var item = 0; segments is not null && item < _statistics.Items; item++)
        {
            if (segments.Of(item) is var segment && segment != ProductSegments.None)
            {
                AddTo(totals[segment], _statistics.Of(fold, item));
            }
        }

        return totals;
    }

    private float[] Totals(int fold)
    {
        var totals = new double[ItemStatistics.Columns];
        for (var item = 0; item < _statistics.Items; item++)
        {
            var row = _statistics.Of(fold, item);
            for (var i = 0; i < totals.Length; i++)
            {
                totals[i] += row[i];
            }
        }

        return [.. totals.Select(total => (float)total)];
    }

    private static void AddTo(float[] totals, ReadOnlySpan<float> row)
    {
        for (var i = 0; i < totals.Length; i++)
        {
            totals[i] += row[i];
        }
    }
}
