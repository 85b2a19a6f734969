using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace Recommender.Infra.Settings;

/// <summary>
/// Fills settings records from JSON and lists all that does not fit. Our own, because System.Text.Json stops at the first fault,
/// does not name it the way the file writes it, and takes the number that Pulumi makes of a text of digits for no text.
/// </summary>
internal sealed class SettingsBinder(List<string> faults)
{
    private static readonly JsonSerializerOptions _scalars = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString };

    /// <summary>A record of the given type; settings that the JSON does not name keep their defaults.</summary>
    /// <param name="type">A record with init properties.</param>
    /// <param name="json">The object.</param>
    /// <param name="path">Its name in messages; empty at the top.</param>
    public object Bind(Type type, JsonElement json, string path)
    {
        var record = Activator.CreateInstance(type)!;
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{path}: must be a group of settings, not {json.GetRawText()}");
            return record;
        }

        var properties = type.GetProperties().ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        foreach (var given in json.EnumerateObject())
        {
            var name = path.Length == 0 ? given.Name : $"{path}.{given.Name}";
            if (properties.TryGetValue(given.Name, out var property))
            {
                Assign(record, property, given.Value, name);
            }
            else
            {
                faults.Add($"{name}: no such setting; there are {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}");
            }
        }

        return record;
    }

    private void Assign(object record, PropertyInfo property, JsonElement json, string name)
    {
        if (property.PropertyType.Namespace == typeof(StackSettings).Namespace)
        {
            property.SetValue(record, Bind(property.PropertyType, json, name));
        }
        else if (Scalar(property.PropertyType, json) is { } value)
        {
            property.SetValue(record, value);
        }
        else
        {
            faults.Add($"{name}: must be {Kind(property.PropertyType)}, not {json.GetRawText()}");
        }
    }

    private static object? Scalar(Type type, JsonElement json)
    {
        try
        {
            return type switch
            {
                _ when type == typeof(string) => Text(json),
                _ when typeof(IEnumerable).IsAssignableFrom(type) => json.ValueKind == JsonValueKind.Array && json.EnumerateArray().Select(Text).ToArray() is var texts && texts.All(text => text is not null) ? texts : null,
                _ when type == typeof(bool) && json.ValueKind == JsonValueKind.String => bool.TryParse(json.GetString(), out var flag) ? flag : null,
                _ => json.Deserialize(type, _scalars),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetRawText(),
        _ => null,
    };

    private static string Kind(Type type) => type switch
    {
        _ when type == typeof(string) => "a text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(double) => "a number",
        _ => "a list of texts",
    };
}
