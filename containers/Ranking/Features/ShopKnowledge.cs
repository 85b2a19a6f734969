using Recommender.Ranking.Candidates;
using Recommender.Ranking.Neighbours;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Similarity;
using Recommender.Ranking.Statistics;
using Recommender.Ranking.Steps;

namespace Recommender.Ranking.Features;

/// <summary>
/// All that candidates and features are made of besides the user's own history: rates, similar products and popular products,
/// each per fold from the users of other folds. Immutable and shared by threads.
/// </summary>
internal sealed class ShopKnowledge
{
    private ShopKnowledge(ShopHistory shop, FoldPairs similarity, FoldPairs? sequels, FoldPairs? nextSequels, NeighbourItems neighbours, RebuyRates rebuys)
    {
        (Shop, Similarity, Sequels, NextSequels, Neighbours, Rebuys) = (shop, similarity, sequels, nextSequels, neighbours, rebuys);
        Rates = new ItemRates(shop);
        Popular = new PopularItems(Rates, shop.Departments, Items);
    }

    /// <summary>The shop.</summary>
    public ShopHistory Shop { get; }

    /// <summary>Number of products.</summary>
    public int Items => Shop.Histories.Products.Count;

    /// <summary>Rates of products, aisles and departments.</summary>
    public ItemRates Rates { get; }

    /// <summary>How often products are bought again.</summary>
    public RebuyRates Rebuys { get; }

    /// <summary>Products bought together.</summary>
    public FoldPairs Similarity { get; }

    /// <summary>Products bought one order after another; null where they are not to be used.</summary>
    public FoldPairs? Sequels { get; }

    /// <summary>As <see cref="Sequels"/>, of known next baskets alone; null where they are not to be used.</summary>
    public FoldPairs? NextSequels { get; }

    /// <summary>Users like a given one.</summary>
    public NeighbourItems Neighbours { get; }

    /// <summary>Popular products.</summary>
    public PopularItems Popular { get; }

    /// <summary>Gathers what is known of a shop.</summary>
    /// <param name="shop">The shop, with statistics.</param>
    /// <param name="settings">How much to gather.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ShopKnowledge Gather(ShopHistory shop, KnowledgeSettings settings, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(shop);
        var options = new CoPurchaseOptions
        {
            Top = settings.SimilarPerItem, MinimumSupport = settings.SimilarSupport, Shrinkage = settings.SimilarShrinkage, Threads = threads,
        };
        FoldPairs? After(bool nextOnly) => settings.SequelsPerItem == 0 || (nextOnly && shop.NextBaskets is null)
            ? null
            : FoldPairs.After(new Sequels(shop.Histories, shop.NextBaskets, nextOnly, settings, threads), cancellation);
        return new ShopKnowledge(
            shop, FoldPairs.Together(shop.Histories, settings.PoolUsers, options, cancellation),
            After(nextOnly: false), After(nextOnly: true),
            NeighbourItems.Build(shop.Histories, settings.Neighbours, shop.NextBaskets, cancellation),
            new RebuyRates(shop.Histories, shop.Aisles, threads, cancellation));
    }

    /// <summary>The product's share of other users' purchases in its department.</summary>
    public float ShareOfDepartment(int fold, int item)
    {
        var department = Shop.Departments.Of(item);
        return department == ProductSegments.None
            ? 0
            : Rates.Row(fold, item)[(int)ItemStatistic.RecentOrders] / Math.Max(1, Rates.Departments[fold][department][(int)ItemStatistic.RecentOrders]);
    }
}
