using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>A run's configuration, as the engine hands it over: a JSON object in PULUMI_CONFIG.</summary>
internal sealed class ConfigValues
{
    private const string Legacy = "config:";

    private readonly ImmutableDictionary<string, string> _values;

    private ConfigValues(ImmutableDictionary<string, string> values) => _values = values;

    /// <summary>The configuration at this moment.</summary>
    public static ConfigValues FromEnvironment()
    {
        using var document = JsonDocument.Parse(Environment.GetEnvironmentVariable("PULUMI_CONFIG") ?? "{}");
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var member in document.RootElement.EnumerateObject())
        {
            values[Clean(member.Name)] = member.Value.ToString();
        }

        return new ConfigValues(values.ToImmutable());
    }

    /// <summary>The value of a key with its namespace; null where it is not set.</summary>
    public string? Get(string fullKey) => _values.GetValueOrDefault(fullKey);

    // Old engines write "project:config:key" for "project:key".
    private static string Clean(string key)
    {
        var start = key.IndexOf(':', StringComparison.Ordinal) + 1;
        return start > 1 && key[start..].StartsWith(Legacy, StringComparison.Ordinal)
            ? key[..start] + key[(start + Legacy.Length)..]
            : key;
    }
}
