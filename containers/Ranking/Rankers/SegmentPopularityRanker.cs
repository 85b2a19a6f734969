using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Rankers;

/// <summary>
/// What is popular in the departments that the user shops in: score = share of the user's purchases that are in the
/// product's department × the product's share of all purchases in that department. A user without purchases in any
/// department gets the global top.
/// </summary>
internal sealed class SegmentPopularityRanker : IRanker
{
    private readonly UserHistories _histories;
    private readonly ProductSegments _segments;
    private readonly GlobalTopRanker _globalTop;
    private readonly int[] _starts;
    private readonly int[] _ranked;
    private readonly long[] _purchases;

    /// <summary>A ranker over these histories and the segments of their products.</summary>
    public SegmentPopularityRanker(UserHistories histories, ProductSegments segments)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(segments);
        (_histories, _segments) = (histories, segments);
        _globalTop = new GlobalTopRanker(histories);
        (_starts, _ranked) = RankWithinSegments(histories, segments);
        _purchases = new long[segments.Count];
        foreach (var item in _ranked)
        {
            _purchases[segments.Of(item)] += histories.Popularity[item];
        }
    }

    /// <inheritdoc/>
    public string Name => "segment_popularity";

    /// <inheritdoc/>
    public int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace)
    {
        var counts = workspace.Counts(_segments.Count);
        var total = 0;
        foreach (var item in _histories.Purchases(user))
        {
            var segment = _segments.Of(item);
            if (segment != ProductSegments.None)
            {
                counts[segment]++;
                total++;
            }
        }

        if (total == 0)
        {
            return _globalTop.Rank(user, top, workspace);
        }

        var best = new TopList(top, _histories.Popularity);
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
        for (var place = _starts[segment]; place < _starts[segment + 1]; place++)
        {
            var item = _ranked[place];
            var score = share * ((double)_histories.Popularity[item] / _purchases[segment]);
            if (!best.Offer(item, score, ItemReason.PopularIn(segment)))
            {
                return;
            }
        }
    }
}
