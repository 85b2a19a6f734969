namespace Recommender.Ingest.Tests.Generation;

/// <summary>What tells a real shop's data from noise, computed the same way for real and generated files.</summary>
internal sealed class GroceryStatistics
{
    private const int ListLength = 10;
    private const double Decay = 0.9;

    internal GroceryStatistics(GroceryData data)
    {
        var prior = data.Prior.ToList();
        var lines = prior.SelectMany(order => order.Lines).ToList();
        MeanOrders = data.Users.Average(user => user.Count());
        MeanBasket = prior.Average(order => order.Lines.Count);
        ReorderShare = lines.Average(line => line.Reordered ? 1.0 : 0);
        MeanGap = data.Orders.Where(order => order.Gap is not null).Average(order => order.Gap!.Value);
        SingletonBaskets = prior.Average(order => order.Lines.Count == 1 ? 1.0 : 0);
        GapShare = Shares(data.Orders.Where(order => order.Gap is not null).Select(order => order.Gap!.Value), 31);
        DayShare = Shares(data.Orders.Select(order => order.Day), 7);
        HourShare = Shares(data.Orders.Select(order => order.Hour), 24);
        FirstPositionReorders = lines.Where(line => line.Position == 1).Average(line => line.Reordered ? 1.0 : 0);
        TwentiethPositionReorders = lines.Where(line => line.Position == 20).Average(line => line.Reordered ? 1.0 : 0);

        var popular = lines.CountBy(line => line.Product).OrderByDescending(p => p.Value).Select(p => p.Key).ToList();
        var head = popular.Take(100).ToHashSet();
        Top100Share = lines.Average(line => head.Contains(line.Product) ? 1.0 : 0);
        var global = popular.Take(ListLength).ToHashSet();
        var tests = data.Users.Select(user => user.ToList()).Where(user => user[^1].Set == "train").ToList();
        GlobalRecall = tests.Average(user => Recall(user[^1], global));
        PersonalRecall = tests.Average(user => Recall(user[^1], TopOf(user, _ => 1)));
        DecayedRecall = tests.Average(user => Recall(user[^1], TopOf(user, age => Math.Pow(Decay, age))));
    }

    internal double MeanOrders { get; }

    internal double MeanBasket { get; }

    internal double SingletonBaskets { get; }

    internal double ReorderShare { get; }

    internal double MeanGap { get; }

    internal double[] GapShare { get; }

    internal double[] DayShare { get; }

    internal double[] HourShare { get; }

    internal double FirstPositionReorders { get; }

    internal double TwentiethPositionReorders { get; }

    internal double Top100Share { get; }

    internal double GlobalRecall { get; }

    internal double PersonalRecall { get; }

    internal double DecayedRecall { get; }

    private static double Recall(GroceryOrder truth, HashSet<int> list) =>
        truth.Lines.Average(line => list.Contains(line.Product) ? 1.0 : 0);

    /// <summary>The user's products with the highest sum of weights by age in orders; ties go to the latest bought.</summary>
    private static HashSet<int> TopOf(List<GroceryOrder> orders, Func<int, double> weight)
    {
        var scores = new Dictionary<int, (double Score, int Last)>();
        for (var i = 0; i < orders.Count - 1; i++)
        {
            foreach (var line in orders[i].Lines)
            {
                scores[line.Product] = (scores.GetValueOrDefault(line.Product).Score + weight(orders.Count - 2 - i), i);
            }
        }

        return scores.OrderByDescending(s => s.Value.Score).ThenByDescending(s => s.Value.Last).ThenBy(s => s.Key)
            .Take(ListLength).Select(s => s.Key).ToHashSet();
    }

    private static double[] Shares(IEnumerable<int> values, int count)
    {
        var shares = new double[count];
        var total = 0;
        foreach (var value in values)
        {
            shares[value]++;
            total++;
        }

        return Array.ConvertAll(shares, share => share / total);
    }
}
