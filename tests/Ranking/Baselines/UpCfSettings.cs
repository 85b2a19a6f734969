namespace Recommender.Ranking.Tests.Baselines;

/// <summary>Settings of <see cref="UpCfRanker"/>.</summary>
/// <param name="Recency">r: how many of a user's newest baskets its popularity counts.</param>
/// <param name="Alpha">α of the asymmetric cosine: the power of the user's own length; 1 − α is that of the other's.</param>
/// <param name="Locality">q: the power of the similarity.</param>
/// <param name="Neighbours">How many other users speak.</param>
/// <param name="Shrinkage">Added to the cosine's denominator.</param>
internal sealed record UpCfSettings(int Recency, double Alpha, double Locality, int Neighbours = 100, double Shrinkage = 1000)
{
    /// <summary>As Li et al. ("A Next Basket Recommendation Reality Check", TOIS 2023) give them for Instacart.</summary>
    public static UpCfSettings Instacart { get; } = new(10, 0.75, 100);

    /// <summary>As they give them for Ta-Feng.</summary>
    public static UpCfSettings Tafeng { get; } = new(10, 0.75, 10);

    /// <summary>
    /// For Ta-Feng, chosen by recall@10 on the next baskets of a quarter of the train users (0.156, where those above give
    /// 0.128): a stronger baseline than the published one.
    /// </summary>
    public static UpCfSettings TafengTuned { get; } = new(10, 0.75, 2, 1000, 0);
}
