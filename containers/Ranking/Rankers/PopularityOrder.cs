namespace Recommender.Ranking.Rankers;

/// <summary>Sort keys for "most popular first, then lowest product id".</summary>
internal static class PopularityOrder
{
    public static long Key(int popularity, int item) => ((long)(int.MaxValue - popularity) << 32) | (uint)item;
}
