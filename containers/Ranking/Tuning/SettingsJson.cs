using System.Text.Json;

namespace Recommender.Ranking.Tuning;

/// <summary>Named numbers as a JSON object, in the order given; numbers round-trip.</summary>
internal static class SettingsJson
{
    /// <summary>Writes.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, double>> numbers)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in numbers)
            {
                json.WriteNumber(name, value);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="InvalidOperationException">It is no object of numbers.</exception>
    public static IReadOnlyList<KeyValuePair<string, double>> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.GetDouble()))];
    }
}
