namespace Recommender.Ingest.Generation;

/// <summary>The lasting traits of one user, drawn from (seed, user id) alone.</summary>
internal readonly struct Shopper
{
    private const int FewestOrders = 4;
    private const int MostOrders = 100;
    private const double OrdersTail = 2.83;
    private const double OrdersScale = 25.6;
    private const double TrainShare = 131_209.0 / 206_209;
    private const double BasketScale = 12.55;
    private const double BasketShape = 1.85;

    private Shopper(Catalogue catalogue, int orders, ref SplitMix64 random)
    {
        Orders = orders;
        LastIsTrain = random.NextDouble() < TrainShare;
        Basket = BasketScale * Draw.Weibull(ref random, BasketShape);
        var fewness = Math.Log(orders / 8.0);
        Curiosity = 1 / (1 + Math.Exp(1.25 + (0.4 * fewness) - (1.5 * Draw.Normal(ref random))));
        MeanGap = 24 / (1 + (orders / 20.0)) * Math.Exp(0.3 * Draw.Normal(ref random));
        UsualHour = Calendar.DrawHour(ref random);
        UsualDay = Calendar.DrawDay(ref random);
        Taste = new double[catalogue.DepartmentShare.Length];
        for (var d = 0; d < Taste.Length; d++)
        {
            Taste[d] = catalogue.DepartmentShare[d] * Draw.Gamma(ref random, DepartmentTable.TasteShape[d]);
        }
    }

    internal int Orders { get; }

    /// <summary>Whether the last order is in the train set; it is in the test set otherwise.</summary>
    internal bool LastIsTrain { get; }

    /// <summary>Typical lines an order: the scale of a Weibull distribution.</summary>
    internal double Basket { get; }

    /// <summary>Share of lines that go to products new to the user however long the history is.</summary>
    internal double Curiosity { get; }

    /// <summary>Mean days between orders, before the 30-day cap.</summary>
    internal double MeanGap { get; }

    internal int UsualHour { get; }

    internal int UsualDay { get; }

    /// <summary>Relative share of explored lines by department.</summary>
    internal double[] Taste { get; }

    /// <summary>Orders of a user, the first draw of its generator: Lomax (Pareto II) from 4, cut at 100.</summary>
    internal static int DrawOrders(ref SplitMix64 random)
    {
        var excess = OrdersScale * (Math.Pow(1 - random.NextDouble(), -1 / OrdersTail) - 1);
        return (int)Math.Min(MostOrders, FewestOrders + Math.Floor(excess));
    }

    internal static Shopper Create(Catalogue catalogue, ref SplitMix64 random)
    {
        var orders = DrawOrders(ref random);
        return new Shopper(catalogue, orders, ref random);
    }
}
