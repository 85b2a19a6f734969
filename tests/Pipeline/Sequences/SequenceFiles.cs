using System.Text.Json;
using Recommender.Pipeline.Tests.Support;

namespace Recommender.Pipeline.Tests.Sequences;

/// <summary>Three files of a made-up benchmark: shoppers who keep to favourites of theirs, each shopper in one part.</summary>
internal sealed class SequenceFiles(Workspace workspace, int users = SequenceFiles.Users, int seed = 1)
{
    public const int Items = 60;

    public const int Users = 72;

    public string History { get; } = workspace.In("history.json");

    public string Future { get; } = workspace.In("future.json");

    public string KeySet { get; } = workspace.In("keyset.json");

    /// <summary>Every sixth user is to be ranked for, every sixth to choose settings on, the others to learn from.</summary>
    public static string Part(int user) => (user % 6) switch { 0 => "test", 1 => "val", _ => "train" };

    /// <summary>Writes the files.</summary>
    /// <param name="withTestFuture">Whether the next baskets of test users are told.</param>
    /// <param name="testFuture">Another next basket for all test users.</param>
    public SequenceFiles Write(bool withTestFuture, int[]? testFuture = null)
    {
        var random = new Random(seed);
        var (history, future) = (new Dictionary<string, int[][]>(), new Dictionary<string, int[][]>());
        for (var user = 0; user < users; user++)
        {
            var favourites = Enumerable.Range(0, 5).Select(_ => random.Next(Items)).Distinct().ToArray();
            int[] Basket() => [.. favourites.Where(_ => random.Next(3) > 0).Append(random.Next(Items)).Distinct()];
            history[$"{user}"] = [[-1], .. Enumerable.Range(0, random.Next(3, 8)).Select(_ => Basket()), [-1]];
            var next = Basket();
            if (withTestFuture || Part(user) != "test")
            {
                future[$"{user}"] = [[-1], Part(user) == "test" && testFuture is not null ? testFuture : next, [-1]];
            }
        }

        File.WriteAllText(History, JsonSerializer.Serialize(history));
        File.WriteAllText(Future, JsonSerializer.Serialize(future));
        string[] Of(string part) => [.. Enumerable.Range(0, users).Where(user => Part(user) == part).Select(user => $"{user}")];
        File.WriteAllText(KeySet, JsonSerializer.Serialize(new { item_num = Items, train = Of("train"), val = Of("val"), test = Of("test") }));
        return this;
    }

    /// <summary>The command over the files, with more arguments.</summary>
    public string[] Command(params string[] more) => ["benchmark", "--history", History, "--future", Future, "--keyset", KeySet, .. more];
}
