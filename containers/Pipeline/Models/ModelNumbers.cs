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

    /// <summary>A number with at most four digits that count.</summary>
    public static string Short(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
