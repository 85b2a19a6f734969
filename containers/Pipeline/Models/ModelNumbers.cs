using System.Globalization;
using System.Text.Json;

namespace Recommender.Pipeline.Models;

/// <summary>The named numbers that tables of models keep as JSON.</summary>
internal static class ModelNumbers
{
    /// <summary>The numbers, in their order.</summary>
    public static IReadOnlyDictionary<string, double> Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        var numbers = new OrderedDictionary<string, double>();
        foreach (var member in document.RootElement.EnumerateObject())
        {
            numbers[member.Name] = member.Value.GetDouble();
        }

        return numbers;
    }

    /// <summary>The settings that differ from others, as <c>leaves=63 l2=1.5</c>.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="defaults">The others.</param>
    /// <param name="none">What to say where none differs.</param>
    public static string Differences(IReadOnlyDictionary<string, double> settings, IReadOnlyDictionary<string, double> defaults, string none)
    {
        var differing = settings.Where(setting => !defaults.TryGetValue(setting.Key, out var value) || value != setting.Value).Select(setting => $"{setting.Key}={Short(setting.Value)}").ToList();
        return differing.Count == 0 ? none : string.Join(' ', differing);
    }

    /// <summary>A number with at most four digits that count.</summary>
    public static string Short(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
