namespace Recommender.Ranking.Evaluation;

/// <summary>
/// Metrics of one ranked list against one truth basket T, from which places of the list are in T. Places count from 1.
/// </summary>
internal static class BasketMetrics
{
    /// <summary>|T ∩ first k| / |T|.</summary>
    /// <param name="hits">For each place of the list, best first, whether its product is in the truth.</param>
    /// <param name="truthSize">|T|, at least 1.</param>
    /// <param name="k">How much of the list counts, at least 1; a shorter list counts whole.</param>
    public static double Recall(ReadOnlySpan<bool> hits, int truthSize, int k) => (double)Hits(hits, truthSize, k) / truthSize;

    /// <summary>1 where any of the first k is in T, else 0.</summary>
    /// <inheritdoc cref="Recall"/>
    public static double HitRate(ReadOnlySpan<bool> hits, int truthSize, int k) => Hits(hits, truthSize, k) > 0 ? 1 : 0;

    /// <summary>
    /// DCG@k / Σ over i ≤ |T| of 1/log2(i+1), where DCG@k is the sum over the hits at i ≤ k of 1/log2(i+1). The ideal is not
    /// capped at k, so that a basket larger than k cannot reach 1: the definition in the code of the published figures.
    /// </summary>
    /// <inheritdoc cref="Recall"/>
    public static double Ndcg(ReadOnlySpan<bool> hits, int truthSize, int k) => Dcg(hits, truthSize, k) / Ideal(truthSize);

    /// <summary>As <see cref="Ndcg"/>, with the ideal's sum over i ≤ min(k, |T|).</summary>
    /// <inheritdoc cref="Recall"/>
    public static double NdcgCapped(ReadOnlySpan<bool> hits, int truthSize, int k) =>
        Dcg(hits, truthSize, k) / Ideal(Math.Min(k, truthSize));

    private static int Hits(ReadOnlySpan<bool> hits, int truthSize, int k) => First(hits, truthSize, k).Count(true);

    private static double Dcg(ReadOnlySpan<bool> hits, int truthSize, int k)
    {
        var sum = 0.0;
        var first = First(hits, truthSize, k);
        for (var place = 1; place <= first.Length; place++)
        {
            sum += first[place - 1] ? Gain(place) : 0;
        }

        return sum;
    }

    private static double Ideal(int places)
    {
        var sum = 0.0;
        for (var place = 1; place <= places; place++)
        {
            sum += Gain(place);
        }

        return sum;
    }

    private static double Gain(int place) => 1 / Math.Log2(place + 1);

    private static ReadOnlySpan<bool> First(ReadOnlySpan<bool> hits, int truthSize, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(truthSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return hits[..Math.Min(k, hits.Length)];
    }
}
