using System.Text.Json;
using Recommender.Lake.Errors;
using Recommender.Ranking.Sequences;

namespace Recommender.Pipeline.Sequences;

/// <summary>Reads a key set: <c>{"item_num": N, "train": ["user", …], "val": […], "test": […]}</c>; other members are passed over.</summary>
internal static class KeySetFile
{
    private const string ItemNumber = "item_num";

    private static readonly (string Name, SequencePart Part)[] Parts = [("train", SequencePart.Train), ("val", SequencePart.Val), ("test", SequencePart.Test)];

    /// <summary>The key set.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="json">What is in it.</param>
    /// <exception cref="CallerException">The file is not of that layout; the message says what is wrong.</exception>
    public static KeySet Read(string path, ReadOnlyMemory<byte> json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException error)
        {
            throw JsonPlace.NotJson(path, error);
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new CallerException($"{path}: the file must be one object, {{\"item_num\": N, \"train\": [\"user\", …], \"val\": […], \"test\": […]}}");
            }

            foreach (var name in Parts.Select(part => part.Name).Prepend(ItemNumber))
            {
                if (root.EnumerateObject().Count(member => member.NameEquals(name)) > 1)
                {
                    throw new CallerException($"{path}: {name} is there more than once; which one is meant?");
                }
            }

            var users = new Dictionary<string, SequencePart>(StringComparer.Ordinal);
            foreach (var (name, part) in Parts)
            {
                foreach (var user in Users(path, root, name))
                {
                    if (!users.TryAdd(user, part))
                    {
                        throw new CallerException($"{path}: {name} has user \"{user}\", who is in {Parts.Single(other => other.Part == users[user]).Name} already; a user must be in one part, once");
                    }
                }
            }

            return new KeySet(Items(path, root), users);
        }
    }

    private static int Items(string path, JsonElement root) =>
        root.TryGetProperty(ItemNumber, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var items) && items >= 1
            ? items
            : throw new CallerException($"{path}: {ItemNumber} {(number.ValueKind == JsonValueKind.Undefined ? "is missing" : $"is {number.GetRawText()}")}; it must be the number of items, at least 1");

    private static IEnumerable<string> Users(string path, JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var users) || users.ValueKind != JsonValueKind.Array)
        {
            throw new CallerException($"{path}: {name} {(users.ValueKind == JsonValueKind.Undefined ? "is missing" : $"is {users.GetRawText()}")}; it must be a list of users, [\"user\", …]");
        }

        // Some tools write numbers as they are.
        return users.EnumerateArray().Select(user => user.ValueKind switch
        {
            JsonValueKind.String => user.GetString()!,
            JsonValueKind.Number => user.GetRawText(),
            _ => throw new CallerException($"{path}: {name} has {user.GetRawText()}; a user is a text, such as \"12\""),
        });
    }
}
