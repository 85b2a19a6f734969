using System.Globalization;
using System.Text.RegularExpressions;

namespace Recommender.AwsEmulator.Athena;

/// <summary>A type as the catalog writes it, with what the engines call it.</summary>
/// <param name="Engine">The embedded engine's type.</param>
/// <param name="Trino">Trino's type, as messages show it.</param>
/// <param name="Files">The physical types of Parquet that Trino reads as it.</param>
internal sealed partial record HiveType(string Engine, string Trino, IReadOnlyList<string> Files)
{
    private static readonly Dictionary<string, HiveType> _types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["boolean"] = new("boolean", "boolean", ["BOOLEAN"]),
        ["tinyint"] = new("tinyint", "tinyint", ["INT32"]),
        ["smallint"] = new("smallint", "smallint", ["INT32"]),
        ["int"] = new("integer", "integer", ["INT32"]),
        ["integer"] = new("integer", "integer", ["INT32"]),
        ["bigint"] = new("bigint", "bigint", ["INT32", "INT64"]),
        ["float"] = new("float", "real", ["FLOAT"]),
        ["double"] = new("double", "double", ["FLOAT", "DOUBLE"]),
        ["string"] = new("varchar", "varchar", ["BYTE_ARRAY"]),
        ["date"] = new("date", "date", ["INT32"]),
        ["timestamp"] = new("timestamp", "timestamp(3)", ["INT64", "INT96"]),
        ["binary"] = new("blob", "varbinary", ["BYTE_ARRAY"]),
    };

    /// <summary>The type of a name.</summary>
    /// <param name="name">Such as <c>int</c> or <c>decimal(10,2)</c>.</param>
    /// <exception cref="QueryFailedException">There is no such type, or it is not emulated.</exception>
    public static HiveType Of(string name)
    {
        if (_types.TryGetValue(name.Trim(), out var type))
        {
            return type;
        }

        var sized = Sized().Match(name);
        return sized.Groups["name"].Value.ToLowerInvariant() switch
        {
            "varchar" or "char" => new("varchar", name, ["BYTE_ARRAY"]),
            "decimal" => new(name, name, ["INT32", "INT64", "FIXED_LEN_BYTE_ARRAY"]),
            _ => throw QueryFailedException.Syntax(string.Create(CultureInfo.InvariantCulture, $"HIVE_INVALID_METADATA: Error: type expected but '{name}' is found; the emulator knows no nested types")),
        };
    }

    [GeneratedRegex(@"\A(?<name>[a-z]+)\s*\(\s*\d+\s*(,\s*\d+\s*)?\)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Sized();
}
