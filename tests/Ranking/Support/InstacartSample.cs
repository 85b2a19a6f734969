using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Histories;
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

    /// <summary>The sample; skips the running test where the data is absent.</summary>
    public static InstacartSample OrSkip()
    {
        Assert.SkipWhen(Loaded.Value is null, "shared/data/instacart is not beside the project");
        return Loaded.Value!;
    }

    private static InstacartSample? Load() => SampleData.Instacart is { } folder ? Load(folder) : null;

    private static InstacartSample Load(string folder)
    {
        string[][] Read(string name) => [.. TinyCsv.Read(Path.Combine(folder, name + ".csv"))];
        static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        var orders = Read("orders").ToDictionary(row => row[0], row => (User: Number(row[1]), Order: (int)Number(row[3])));
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
        };
    }
}
