using Recommender.Ranking.Features;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Learning;

/// <summary>
/// Finds the reason of a recommendation: the kind of features that raised its score most, among the kinds that can be said of the
/// pair. One thread's own; allocates nothing.
/// </summary>
internal sealed class ReasonFinder(ReasonTrees trees, UserView view)
{
    // The mean of fewer gaps than this is no rhythm.
    private const int LeastGaps = 2;

    private static readonly int SimilarToRecent = Column("similar_to_recent");
    private static readonly int NeighbourScore = Column("neighbour_score");
    private static readonly int NextLift = Column("item_next_lift");

    private int[] _asked = [];
    private float[] _byKind = [];

    /// <summary>Gives candidates of the user in the view their reasons.</summary>
    /// <param name="items">The candidates.</param>
    /// <param name="rowOf">By product, the candidate's row.</param>
    /// <param name="rows">Features, row by row.</param>
    /// <param name="width">Features of a row.</param>
    public void Find(Span<ScoredItem> items, ReadOnlySpan<int> rowOf, ReadOnlySpan<float> rows, int width)
    {
        if (_asked.Length < items.Length)
        {
            (_asked, _byKind) = (new int[items.Length], new float[items.Length * ReasonTrees.Kinds]);
        }

        var asked = 0;
        foreach (ref readonly var item in items)
        {
            if (!IsPlain(item.Item))
            {
                _asked[asked++] = rowOf[item.Item];
            }
        }

        trees.Sum(rows, width, _asked.AsSpan(0, asked), _byKind.AsSpan(0, asked * ReasonTrees.Kinds));
        asked = 0;
        foreach (ref var item in items)
        {
            item = item with
            {
                Reason = IsPlain(item.Item)
                    ? Bought(view.BasketsWith(view.SlotOf(item.Item)))
                    : Choose(item.Item, rows.Slice(rowOf[item.Item] * width, width), _byKind.AsSpan(asked++ * ReasonTrees.Kinds, ReasonTrees.Kinds)),
            };
        }
    }

    /// <summary>Whether there is nothing else to say than how often the product was bought.</summary>
    private bool IsPlain(int item) => view.SlotOf(item) is >= 0 and var slot && view.BasketsWith(slot).Length <= LeastGaps;

    private ItemReason Choose(int item, ReadOnlySpan<float> row, ReadOnlySpan<float> byKind)
    {
        var slot = view.SlotOf(item);
        var department = view.Departments.Of(item);
        var best = slot >= 0 ? ReasonKind.Bought : department == ProductSegments.None ? ReasonKind.Popular : ReasonKind.PopularInSegment;
        for (var kind = 0; kind < ReasonTrees.Kinds - 1; kind++)
        {
            if (byKind[kind] > Math.Max(0, byKind[(int)best]) && CanBe((ReasonKind)kind, slot, department, row))
            {
                best = (ReasonKind)kind;
            }
        }

        return best switch
        {
            ReasonKind.Bought => Bought(view.BasketsWith(slot)),
            ReasonKind.Due => Due(view.BasketsWith(slot)),
            ReasonKind.PopularInSegment => ItemReason.PopularIn(department),
            _ => ItemReason.Plain(best),
        };
    }

    // A path through "at most" or through unknown values may raise a score, too: a reason is given only where it is so.
    private bool CanBe(ReasonKind kind, int slot, int department, ReadOnlySpan<float> row) => kind switch
    {
        ReasonKind.Bought => slot >= 0,
        ReasonKind.Due => slot >= 0 && view.BasketsWith(slot).Length > LeastGaps,
        // Of what the user bought before, that others buy it too is no reason.
        ReasonKind.Similar => slot < 0 && row[SimilarToRecent] > 0,
        ReasonKind.Neighbours => slot < 0 && row[NeighbourScore] > 0,
        ReasonKind.PopularInSegment => slot < 0 && department != ProductSegments.None,
        ReasonKind.Trending => slot < 0 && row[NextLift] > 1,
        _ => slot < 0,
    };

    private static int Column(string feature) =>
        FeatureCatalogue.All.Select((column, index) => (column.Name, Index: index)).Single(column => column.Name == feature).Index;

    private ItemReason Bought(ReadOnlySpan<int> baskets)
    {
        var recent = 0;
        foreach (var place in baskets)
        {
            recent += view.Known - place <= ItemReason.RecentOrders ? 1 : 0;
        }

        return ItemReason.BoughtIn(baskets.Length, recent, view.Known);
    }

    private ItemReason Due(ReadOnlySpan<int> baskets)
    {
        var gap = (double)(baskets[^1] - baskets[0]) / (baskets.Length - 1);
        return ItemReason.DueAfter((int)Math.Round(gap, MidpointRounding.AwayFromZero), view.Known - baskets[^1]);
    }
}
