using Recommender.Ranking.Evaluation;
using System.Globalization;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Steps;
using Recommender.Tests;

namespace Recommender.Ranking.Tests.Support;

/// <summary>The 600 complete users of shared/data/instacart: prior lines as histories, train lines as truth.</summary>
internal sealed class InstacartSample
{
    private static readonly Lazy<InstacartSample?> Loaded = new(Load);

    public required UserHistories Histories { get; init; }

    public required TruthBaskets Truth { get; init; }

    /// <summary>Product id and department id columns, and the departments' names.</summary>
    public required (long[] ProductId, long[] DepartmentId, Dictionary<long, string> Names) Departments { get; init; }

    /// <summary>Product id and aisle id columns, and the aisles' names.</summary>
    public required (long[] ProductId, long[] AisleId, Dictionary<long, string> Names) Aisles { get; init; }

    /// <summary>When each order, by user and order number, was placed; the last of a user is the one to predict.</summary>
    public required IReadOnlyDictionary<(long User, int Order), OrderTime> Times { get; init; }

    /// <summary>
    /// What rankers know, with statistics that count the next baskets of the users that a condition keeps.
    /// </summary>
    public ShopHistory Shop(Func<long, bool> isFit) => ShopOf(Histories, Truth.Where(isFit));

    /// <summary>
    /// As <see cref="Shop"/>, but each user's last known basket is hidden and becomes the one to predict: to choose settings by.
    /// </summary>
    public (ShopHistory Shop, TruthBaskets Truth) Truncated(Func<long, bool> isFit)
    {
        var (histories, truth) = Truncation.WithoutLastBaskets(Histories);
        return (ShopOf(histories, truth.Where(isFit)), truth);
    }

    /// <summary>The sample; skips the running test where the data is absent.</summary>
    public static InstacartSample OrSkip()
    {
        Assert.SkipWhen(Loaded.Value is null, "shared/data/instacart is not beside the project");
        return Loaded.Value!;
    }

    private ShopHistory ShopOf(UserHistories histories, TruthBaskets next)
    {
        var times = new BasketTimes(histories.BasketCount, histories.Users.Count);
        for (var user = 0; user < histories.Users.Count; user++)
        {
            var (first, end) = histories.Baskets(user);
            var id = histories.Users.Id(user);
            for (var basket = first; basket < end; basket++)
            {
                times.Basket(basket) = Times[(id, histories.OrderNumber(basket))];
            }

            times.Next(user) = Times[(id, histories.OrderNumber(end - 1) + 1)];
        }

        return new ShopHistory(histories, ProductSegments.FromColumns(histories.Products, Departments.ProductId, Departments.DepartmentId, Departments.Names))
        {
            Aisles = ProductSegments.FromColumns(histories.Products, Aisles.ProductId, Aisles.AisleId, Aisles.Names),
            Times = times,
            Statistics = ItemStatisticsReference.Count(histories, next),
        };
    }

    private static InstacartSample? Load() => SampleData.Instacart is { } folder ? Load(folder) : null;

    private static InstacartSample Load(string folder)
    {
        string[][] Read(string name) => [.. TinyCsv.Read(Path.Combine(folder, name + ".csv"))];
        static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        var orderRows = Read("orders");
        var orders = orderRows.ToDictionary(row => row[0], row => (User: Number(row[1]), Order: (int)Number(row[3])));
        var products = Read("products");
        var prior = Read("order_products__prior");
        var builder = new HistoriesBuilder();
        builder.AddProducts([.. products.Select(row => Number(row[0]))]);
        builder.AddLines(
            [.. prior.Select(row => orders[row[0]].User)],
            [.. prior.Select(row => Number(row[1]))],
            [.. prior.Select(row => orders[row[0]].Order)],
            [.. prior.Select(row => (int)Number(row[2]))]);
        var train = Read("order_products__train");
        return new InstacartSample
        {
            Histories = builder.Build(),
            Truth = TruthBaskets.FromLines([.. train.Select(row => orders[row[0]].User)], [.. train.Select(row => Number(row[1]))]),
            Departments = (
                [.. products.Select(row => Number(row[0]))],
                [.. products.Select(row => Number(row[3]))],
                Read("departments").ToDictionary(row => Number(row[0]), row => row[1])),
            Aisles = (
                [.. products.Select(row => Number(row[0]))],
                [.. products.Select(row => Number(row[2]))],
                Read("aisles").ToDictionary(row => Number(row[0]), row => row[1])),
            Times = orderRows.ToDictionary(
                row => orders[row[0]],
                row => new OrderTime(
                    row[6].Length == 0 ? float.NaN : float.Parse(row[6], CultureInfo.InvariantCulture), (sbyte)Number(row[4]), (sbyte)Number(row[5]))),
        };
    }
}
