using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Statistics;

namespace Recommender.Ranking.Features;

/// <summary>
/// How often users buy a product in an order, given how long ago they last bought it and how often (<see cref="RebuyCell"/>): per
/// fold over the users of the other folds. A product's rate is drawn to that of its aisle, and that to the rate of all, where few
/// orders support it. Immutable.
/// </summary>
internal sealed class RebuyRates
{
    private const float ProductPrior = 20;
    private const float AislePrior = 100;

    private readonly ProductSegments? _aisles;
    private readonly float[][] _products;
    private readonly float[][] _ofAisles;
    private readonly float[][] _all;

    /// <summary>Counts rates over histories: about 1.1 kB a product.</summary>
    public RebuyRates(UserHistories histories, ProductSegments? aisles, CancellationToken cancellation)
    {
        _aisles = aisles;
        var items = histories.Products.Count;
        _products = Counters(items);
        _ofAisles = new float[StatisticFolds.Count][];
        _all = new float[StatisticFolds.Count][];
        var last = new (int Place, int Bought)[items];
        for (var user = 0; user < histories.Users.Count; user++)
        {
            cancellation.ThrowIfCancellationRequested();
            CountUser(histories, user, _products[StatisticFolds.Of(histories.Users.Id(user))], last);
        }

        TurnToOthers(_products);
        for (var fold = 0; fold < StatisticFolds.Count; fold++)
        {
            SumUp(fold, items);
        }
    }

    /// <summary>The rate of a product.</summary>
    public float Product(int fold, int item, int cell)
    {
        var at = ((item * RebuyCell.Count) + cell) * 2;
        return (_products[fold][at + 1] + (ProductPrior * Aisle(fold, item, cell))) / (_products[fold][at] + ProductPrior);
    }

    /// <summary>Asks for what <see cref="Product"/> will read.</summary>
    public void Prefetch(int fold, int item, int cell) => Threading.Prefetch.Line(in _products[fold][((item * RebuyCell.Count) + cell) * 2]);

    /// <summary>The rate of the products of its aisle.</summary>
    public float Aisle(int fold, int item, int cell)
    {
        var aisle = _aisles?.Of(item) ?? ProductSegments.None;
        return aisle == ProductSegments.None ? All(fold, cell) : _ofAisles[fold][(aisle * RebuyCell.Count) + cell];
    }

    /// <summary>The rate of all products; NaN where no user was ever in the cell.</summary>
    public float All(int fold, int cell) => _all[fold][cell];

    private static float[][] Counters(int items) =>
        [.. Enumerable.Range(0, StatisticFolds.Count).Select(_ => new float[checked(items * RebuyCell.Count * 2)])];

    /// <summary>Counts orders in which a user could have bought a product again, and those in which he did.</summary>
    private static void CountUser(UserHistories histories, int user, float[] counts, (int Place, int Bought)[] last)
    {
        var (first, end) = histories.Baskets(user);
        for (var basket = first; basket < end; basket++)
        {
            foreach (var item in histories.Basket(basket))
            {
                ref var entry = ref last[item];
                if (entry.Bought > 0)
                {
                    CountOrders(counts, item, entry.Bought, basket - first - entry.Place, isBought: true);
                }

                entry = (basket - first, entry.Bought + 1);
            }
        }

        foreach (var item in histories.Purchases(user))
        {
            ref var entry = ref last[item];
            if (entry.Bought > 0)
            {
                CountOrders(counts, item, entry.Bought, end - first - 1 - entry.Place, isBought: false);
                entry = default;
            }
        }
    }

    /// <summary>Counts the orders that are 1 to so many after a purchase, in the last of which the product is bought or not.</summary>
    private static void CountOrders(float[] counts, int item, int bought, int orders, bool isBought)
    {
        for (var since = 1; since <= orders;)
        {
            var next = Math.Min(RebuyCell.NextSpan(since), orders + 1);
            var at = ((item * RebuyCell.Count) + RebuyCell.Of(since, bought)) * 2;
            counts[at] += next - since;
            counts[at + 1] += isBought && next == orders + 1 ? 1 : 0;
            since = next;
        }
    }

    /// <summary>Turns counts of each fold into counts of the other folds.</summary>
    private static void TurnToOthers(float[][] folds)
    {
        for (var i = 0; i < folds[0].Length; i++)
        {
            var total = 0f;
            foreach (var fold in folds)
            {
                total += fold[i];
            }

            foreach (var fold in folds)
            {
                fold[i] = total - fold[i];
            }
        }
    }

    /// <summary>The rates of all products and of aisles, from the counts of products.</summary>
    private void SumUp(int fold, int items)
    {
        var width = RebuyCell.Count * 2;
        var (all, ofAisles) = (new double[width], new double[checked((_aisles?.Count ?? 0) * width)]);
        for (var item = 0; item < items; item++)
        {
            var aisle = _aisles?.Of(item) ?? ProductSegments.None;
            for (var i = 0; i < width; i++)
            {
                var count = _products[fold][(item * width) + i];
                all[i] += count;
                if (aisle != ProductSegments.None)
                {
                    ofAisles[(aisle * width) + i] += count;
                }
            }
        }

        _all[fold] = [.. Enumerable.Range(0, RebuyCell.Count).Select(cell => (float)(all[(cell * 2) + 1] / all[cell * 2]))];
        _ofAisles[fold] =
        [
            .. Enumerable.Range(0, ofAisles.Length / 2).Select(at =>
                (float)((ofAisles[(at * 2) + 1] + (AislePrior * _all[fold][at % RebuyCell.Count])) / (ofAisles[at * 2] + AislePrior))),
        ];
    }
}
