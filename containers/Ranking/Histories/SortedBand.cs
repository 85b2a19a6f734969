namespace Recommender.Ranking.Histories;

/// <summary>The sorted lines of a band: per user of the band the counts, then all baskets and items in user order.</summary>
internal sealed record SortedBand(
    int[] BasketsOfUser, int[] ItemsOfUser, List<int> BasketLengths, List<int> OrderNumbers, int[] Items);
