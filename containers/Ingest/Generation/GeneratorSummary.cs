namespace Recommender.Ingest.Generation;

/// <summary>What a run wrote.</summary>
public sealed class GeneratorSummary
{
    /// <summary>Users written.</summary>
    public required int Users { get; init; }

    /// <summary>Users whose last order is in the train set; the others' is in the test set.</summary>
    public required long TrainUsers { get; init; }

    /// <summary>Orders written, test orders included.</summary>
    public required long Orders { get; init; }

    /// <summary>Data lines by file name, headers excluded.</summary>
    public required IReadOnlyDictionary<string, long> Lines { get; init; }

    /// <summary>Users by number of orders: index 0..100.</summary>
    public required IReadOnlyList<long> OrdersPerUser { get; init; }

    /// <summary>Prior and train orders by number of lines: index 0..200.</summary>
    public required IReadOnlyList<long> BasketSizes { get; init; }

    /// <summary>Orders by order_dow: index 0..6.</summary>
    public required IReadOnlyList<long> OrdersByDay { get; init; }

    /// <summary>Orders by order_hour_of_day: index 0..23.</summary>
    public required IReadOnlyList<long> OrdersByHour { get; init; }

    /// <summary>Orders by days_since_prior_order: index 0..30 (30 = 30 or more); first orders excluded.</summary>
    public required IReadOnlyList<long> GapDays { get; init; }

    /// <summary>Share of prior lines with reordered = 1, 0..1.</summary>
    public required double PriorReorderShare { get; init; }

    /// <summary>Share of train lines with reordered = 1, 0..1; 0 where there are none.</summary>
    public required double TrainReorderShare { get; init; }

    /// <summary>Mean orders a user.</summary>
    public double MeanOrders => Mean(OrdersPerUser);

    /// <summary>Mean lines of a prior or train order.</summary>
    public double MeanBasket => Mean(BasketSizes);

    /// <summary>Mean days since the prior order.</summary>
    public double MeanGapDays => Mean(GapDays);

    private static double Mean(IReadOnlyList<long> counts)
    {
        var total = counts.Sum();
        return total == 0 ? 0 : counts.Select((count, value) => (double)count * value).Sum() / total;
    }
}
