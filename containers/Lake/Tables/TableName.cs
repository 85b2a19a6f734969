using System.Text.RegularExpressions;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Tables;

/// <summary>A table's full name, <c>zone.table</c>.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Table">The name within the zone: lower-case letters, digits and underscores.</param>
public sealed partial record TableName(Zone Zone, string Table)
{
    /// <summary>Reads <c>zone.table</c>.</summary>
    /// <exception cref="CallerException">The text is not of that form, or names no zone.</exception>
    public static TableName Parse(string text)
    {
        var parts = text.Split('.');
        var zone = parts.Length == 2 ? ZoneNames.All.ToList().IndexOf(parts[0]) : -1;
        return zone >= 0 && IsIdentifier(parts[1])
            ? new TableName((Zone)zone, parts[1])
            : throw new CallerException($"'{text}' is not a table name: write ZONE.TABLE, where ZONE is one of {string.Join(", ", ZoneNames.All)} and TABLE is of lower-case letters, digits and underscores");
    }

    /// <summary>Whether a table or a column can be called so without quotes in either engine.</summary>
    internal static bool IsIdentifier(string name) => Identifier().IsMatch(name);

    /// <inheritdoc/>
    public override string ToString() => $"{Zone.SqlName()}.{Table}";

    [GeneratedRegex(@"\A[a-z][a-z0-9_]*\z")]
    private static partial Regex Identifier();
}
