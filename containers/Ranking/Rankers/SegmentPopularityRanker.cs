using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Rankers;

/// <summary>
/// What is popular in the departments that the user shops in: score = share of the user's purchases that are in the
/// product's department × the product's share of all purchases in that department. A user without purchases in any
/// department gets the global top.
/// </summary>
public sealed class SegmentPopularityRanker : IRanker
{
    private readonly UserHistories histories;
    private readonly ProductSegments segments;
    private readonly GlobalTopRanker globalTop;
    private readonly int[] starts;
    private readonly int[] ranked;
    private readonly long[] purchases;

    /// <summary>A ranker over these histories and the segments of their products.</summary>
    public SegmentPopularityRanker(UserHistories histories, ProductSegments segments)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(segments);
        (this.histories, this.segments) = (histories, segments);
        globalTop = new GlobalTopRanker(histories);
        (starts, ranked) = RankWithinSegments(histories, segments);
        purchases = new long[segments.Count];
        foreach (var item in ranked)
        {
            purchases[segments.Of(item)] += histories.Popularity[item];
        }
    }

    /// <inheritdoc/>
    public string Name => "segment_popularity";

    /// <inheritdoc/>
    public int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace)
    {
        var counts = workspace.Counts(segments.Count);
        var total = 0;
        foreach (var item in histories.Purchases(user))
        {
            var segment = segments.Of(item);
            if (segment != ProductSegments.None)
            {
                counts[segment]++;
                total++;
            }
        }

        if (total == 0)
        {
            return globalTop.Rank(user, top, workspace);
        }

        var best = new TopList(top, histories.Popularity);
        for (var segment = 0; segment < counts.Length; segment++)
        {
            OfferSegment(segment, (double)counts[segment] / total, ref best);
        }

        return best.Count;
    }

    private static (int[] Starts, int[] Ranked) RankWithinSegments(UserHistories histories, ProductSegments segments)
    {
        var starts = new int[segments.Count + 1];
        for (var item = 0; item < histories.Products.Count; item++)
        {
            if (segments.Of(item) != ProductSegments.None)
            {
                starts[segments.Of(item) + 1]++;
            }
        }

        for (var segment = 0; segment < segments.Count; segment++)
        {
            starts[segment + 1] += starts[segment];
        }

        var ranked = new int[starts[^1]];
        var order = new long[ranked.Length];
        var next = starts.ToArray();
        for (var item = 0; item < histories.Products.Count; item++)
        {
            if (segments.Of(item) != ProductSegments.None)
            {
                var place = next[segments.Of(item)]++;
                ranked[place] = item;
                order[place] = PopularityOrder.Key(histories.Popularity[item], item);
            }
        }

        for (var segment = 0; segment < segments.Count; segment++)
        {
            Array.Sort(order, ranked, starts[segment], starts[segment + 1] - starts[segment]);
        }

        return (starts, ranked);
    }

    private void OfferSegment(int segment, double share, ref TopList best)
    {
        if (share == 0)
        {
            return;
        }

        // The segment's products are in order of score and ties, so that the first one rejected ends it.
        for (var place = starts[segment]; place < starts[segment + 1]; place++)
        {
            var item = ranked[place];
            var score = share * ((double)histories.Popularity[item] / purchases[segment]);
            if (!best.Offer(item, score, ItemReason.PopularIn(segment)))
            {
                return;
            }
        }
    }
}
