using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Tests.Support;

/// <summary>Order lines of a made-up shop, with a slow and simple view of the same data to check against.</summary>
internal sealed class Shop
{
    public List<(long User, long Product, int Order, int Cart)> Lines { get; } = [];

    /// <summary>Adds an order whose products are in cart order.</summary>
    public Shop Order(long user, int number, params long[] products)
    {
        Lines.AddRange(products.Select((product, cart) => (user, product, number, cart + 1)));
        return this;
    }

    /// <summary>A random shop: some users with one order, repeated lines, ids of all magnitudes, ties in the cart position.</summary>
    public static Shop Random(int seed, int users = 40, int products = 30)
    {
        var random = new Random(seed);
        var shop = new Shop();
        long Product() => ProductId((int)(products * random.NextDouble() * random.NextDouble()));
        for (var user = 0; user < users; user++)
        {
            var userId = user % 5 == 0 ? 9_000_000_000 + (user * 7) : user * 3;
            var orders = random.Next(1, 16);
            for (var order = 0; order < orders; order++)
            {
                for (var line = random.Next(1, 9); line > 0; line--)
                {
                    shop.Lines.Add((userId, Product(), order * 2, random.Next(0, 6)));
                }
            }
        }

        return shop;
    }

    /// <summary>Ids below zero, small, and too large for a direct table.</summary>
    public static long ProductId(int number) => (number % 3) switch { 0 => -number, 1 => number, _ => 5_000_000_000 + number };

    public UserHistories Build(int? shuffleSeed = null, int block = 7, int threads = 1)
    {
        var rows = Lines.ToArray();
        if (shuffleSeed is { } seed)
        {
            new Random(seed).Shuffle(rows);
        }

        var builder = new HistoriesBuilder();
        foreach (var chunk in rows.Chunk(block))
        {
            builder.AddLines(
                [.. chunk.Select(row => row.User)], [.. chunk.Select(row => row.Product)],
                [.. chunk.Select(row => row.Order)], [.. chunk.Select(row => row.Cart)]);
        }

        return builder.Build(threads);
    }

    /// <summary>The baskets of a user as product ids, by plain LINQ.</summary>
    public IEnumerable<long[]> Baskets(long user) => Lines
        .Where(line => line.User == user)
        .GroupBy(line => line.Order)
        .OrderBy(order => order.Key)
        .Select(order => order.OrderBy(line => line.Cart).ThenBy(line => line.Product).Select(line => line.Product).Distinct().ToArray());

    public long[] Users() => [.. Lines.Select(line => line.User).Distinct().Order()];

    public long[] Products() => [.. Lines.Select(line => line.Product).Distinct().Order()];

    public int Popularity(long product) =>
        Lines.Where(line => line.Product == product).Select(line => (line.User, line.Order)).Distinct().Count();

    /// <summary>The ranking that the contract asks for: score, then popularity, then product id.</summary>
    public (long Product, double Score)[] Order(IEnumerable<(long Product, double Score)> scored, int k) =>
    [
        .. scored.OrderByDescending(item => item.Score).ThenByDescending(item => Popularity(item.Product))
            .ThenBy(item => item.Product).Take(k),
    ];
}
