using System.Globalization;
using System.Text.Json;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Histories;
using Recommender.Tests;

namespace Recommender.Ranking.Tests.Support;

/// <summary>
/// The baskets of shared/data/tafeng: the histories of all users, and the next baskets of the key set's train and val users. Of
/// test users no next basket is known.
/// </summary>
internal sealed class TafengSample
{
    private static readonly Lazy<TafengSample?> Loaded = new(Load);

    public required UserHistories Histories { get; init; }

    /// <summary>Next baskets by user id.</summary>
    public required IReadOnlyDictionary<long, long[]> Future { get; init; }

    public required IReadOnlySet<long> Train { get; init; }

    public required IReadOnlySet<long> Val { get; init; }

    public required IReadOnlySet<long> Test { get; init; }

    /// <summary>The next baskets of the val users, as truth.</summary>
    public TruthBaskets ValTruth => Truth(Val);

    /// <summary>The sample; skips the running test where the data is absent.</summary>
    public static TafengSample OrSkip()
    {
        Assert.SkipWhen(Loaded.Value is null, "shared/data/tafeng is not beside the project");
        return Loaded.Value!;
    }

    /// <summary>The next baskets of some users, as truth.</summary>
    public TruthBaskets Truth(IReadOnlySet<long> users)
    {
        var lines = Future.Where(pair => users.Contains(pair.Key)).SelectMany(pair => pair.Value.Select(product => (pair.Key, product))).ToArray();
        return TruthBaskets.FromLines([.. lines.Select(line => line.Key)], [.. lines.Select(line => line.product)]);
    }

    private static TafengSample? Load() => SampleData.Tafeng is { } folder ? Load(folder) : null;

    private static TafengSample Load(string folder)
    {
        JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name + ".json"))).RootElement;
        static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
        static IEnumerable<long[]> Baskets(JsonElement sequence) =>
            sequence.EnumerateArray().Skip(1).SkipLast(1).Select(basket => basket.EnumerateArray().Select(item => item.GetInt64()).ToArray());

        var keys = Read("keyset");
        HashSet<long> Users(string part) => [.. keys.GetProperty(part).EnumerateArray().Select(user => Number(user.GetString()!))];

        var builder = new HistoriesBuilder();
        builder.AddProducts([.. Enumerable.Range(0, keys.GetProperty("item_num").GetInt32()).Select(item => (long)item)]);
        foreach (var user in Read("history").EnumerateObject())
        {
            var lines = Baskets(user.Value).SelectMany((basket, order) => basket.Select((item, cart) => (Order: order + 1, Item: item, Cart: cart + 1))).ToArray();
            builder.AddLines(
                [.. lines.Select(_ => Number(user.Name))], [.. lines.Select(line => line.Item)],
                [.. lines.Select(line => line.Order)], [.. lines.Select(line => line.Cart)]);
        }

        return new TafengSample
        {
            Histories = builder.Build(),
            Future = Read("future").EnumerateObject().ToDictionary(user => Number(user.Name), user => Baskets(user.Value).Single()),
            Train = Users("train"),
            Val = Users("val"),
            Test = Users("test"),
        };
    }
}
