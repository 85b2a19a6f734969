using System.Text;
using System.Text.Json;
using Recommender.Lake.Errors;

namespace Recommender.Pipeline.Sequences;

/// <summary>
/// Reads baskets of users in the layout of the published next-basket comparisons:
/// <c>{"user": [[-1], [item, …], …, [-1]], …}</c>, where each user's baskets stand in time order between two lists of −1.
/// </summary>
internal static class SequenceFile
{
    private const string Layout = "{\"user\": [[-1], [item, …], …, [-1]], …}";

    /// <summary>The baskets by user, in the order of the file.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="file">What is in it.</param>
    /// <param name="items">Number of items: they are 0 … items − 1.</param>
    /// <exception cref="CallerException">The file is not of that layout; the message says where, and names the user and the value.</exception>
    public static OrderedDictionary<string, int[][]> Read(string path, ReadOnlyMemory<byte> file, int items)
    {
        var json = file.Span;
        var users = new OrderedDictionary<string, int[][]>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw Fault(ref reader, path, json, $"the file must be one object, {Layout}");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var user = reader.GetString()!;
                if (users.ContainsKey(user))
                {
                    throw Fault(ref reader, path, json, $"user \"{user}\" comes twice; each user must come once");
                }

                reader.Read();
                users.Add(user, Baskets(user, ref reader, path, json, items));
            }

            // Anything after the object throws here.
            reader.Read();
            return users;
        }
        catch (JsonException error)
        {
            throw JsonPlace.NotJson(path, error);
        }
    }

    private static int[][] Baskets(string user, ref Utf8JsonReader reader, string path, ReadOnlySpan<byte> json, int items)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Fault(ref reader, path, json, $"user \"{user}\" has {Value(ref reader)}; it must be a list of baskets, [[-1], [item, …], …, [-1]]");
        }

        var start = reader.TokenStartIndex;
        List<int[]> baskets = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw Fault(ref reader, path, json, $"user \"{user}\" has {Value(ref reader)} for a basket; it must be a list of item numbers");
            }

            baskets.Add(Basket(user, baskets.Count == 0, ref reader, path, json, items));
        }

        if (baskets.Count < 2 || !IsFrame(baskets[0]) || !IsFrame(baskets[^1]))
        {
            throw JsonPlace.Fault(path, json, start, $"the baskets of user \"{user}\" must stand between two lists of -1: [[-1], [item, …], …, [-1]]");
        }

        if (baskets.FindIndex(1, baskets.Count - 2, IsFrame) is >= 0 and var inner)
        {
            throw JsonPlace.Fault(path, json, start, $"user \"{user}\" has [-1] as basket {inner}; it may only stand first and last");
        }

        return [.. baskets[1..^1]];
    }

    private static int[] Basket(string user, bool first, ref Utf8JsonReader reader, string path, ReadOnlySpan<byte> json, int items)
    {
        var start = reader.TokenStartIndex;
        List<int> basket = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var isItem = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var item) && item < items && (item >= 0 || (item == -1 && basket.Count == 0));
            if (!isItem)
            {
                throw Fault(ref reader, path, json, $"user \"{user}\" has the item {Value(ref reader)}; items are whole numbers from 0 to {items - 1}, one less than the key set's item_num");
            }

            basket.Add(reader.GetInt32());
            if (basket.Count > 1 && basket[0] < 0)
            {
                throw Fault(ref reader, path, json, $"user \"{user}\" has the item -1 in a basket with others; -1 stands alone, first and last");
            }
        }

        if (basket.Count == 0)
        {
            throw JsonPlace.Fault(path, json, start, $"user \"{user}\" has an empty basket{(first ? "; the first list must be [-1]" : "; a basket has at least one item")}");
        }

        return [.. basket];
    }

    private static bool IsFrame(int[] basket) => basket is [-1];

    private static string Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => $"\"{reader.GetString()}\"",
        _ => Encoding.UTF8.GetString(reader.ValueSpan),
    };

    private static CallerException Fault(ref Utf8JsonReader reader, string path, ReadOnlySpan<byte> json, string fault) =>
        JsonPlace.Fault(path, json, reader.TokenStartIndex, fault);
}
