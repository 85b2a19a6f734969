using Recommender.Lake.Errors;

namespace Recommender.Lake.Tables;

/// <summary>A table's full name, <c>zone.table</c>.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Table">The name within the zone: lower-case letters, digits and underscores.</param>
public sealed record TableName(Zone Zone, string Table)
{
    /// <summary>Reads <c>zone.table</c>.</summary>
    /// <exception cref="CallerException">The text is not of that form, or names no zone.</exception>
    public static TableName Parse(string text)
    {
        var parts = text.Split('.');
        var zone = parts.Length == 2 ? ZoneNames.All.ToList().IndexOf(parts[0]) : -1;
        return zone >= 0 && parts[1].Length > 0
            ? new TableName((Zone)zone, parts[1])
            : throw new CallerException($"'{text}' is not a table name: write ZONE.TABLE, where ZONE is one of {string.Join(", ", ZoneNames.All)}");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Zone.SqlName()}.{Table}";
}
