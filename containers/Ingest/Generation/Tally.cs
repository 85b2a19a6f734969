namespace Recommender.Ingest.Generation;

/// <summary>Counts of what was generated, summed over blocks of users.</summary>
internal sealed class Tally
{
    internal long[] OrdersPerUser { get; } = new long[101];

    internal long[] BasketSizes { get; } = new long[201];

    internal long[] Days { get; } = new long[7];

    internal long[] Hours { get; } = new long[24];

    internal long[] Gaps { get; } = new long[31];

    internal long TrainUsers { get; set; }

    internal long PriorReordered { get; set; }

    internal long TrainReordered { get; set; }

    internal void Add(Tally other)
    {
        Sum(OrdersPerUser, other.OrdersPerUser);
        Sum(BasketSizes, other.BasketSizes);
        Sum(Days, other.Days);
        Sum(Hours, other.Hours);
        Sum(Gaps, other.Gaps);
        TrainUsers += other.TrainUsers;
        PriorReordered += other.PriorReordered;
        TrainReordered += other.TrainReordered;
    }

    private static void Sum(long[] into, long[] from)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] += from[i];
        }
    }
}
