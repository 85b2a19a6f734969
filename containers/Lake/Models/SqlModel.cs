using System.Text.RegularExpressions;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Models;

/// <summary>
/// A table that one SELECT makes. The SELECT yields the declared columns by name; where the table has a quarantine, it
/// yields <see cref="Quarantine.Columns"/> besides, and a row with a <c>reject_reason</c> goes there.
/// </summary>
/// <param name="Table">The table's declaration.</param>
/// <param name="Sql">The SELECT in the portable core, with macros; it names other tables as <c>zone.table</c>.</param>
public sealed partial record SqlModel(TableDeclaration Table, string Sql)
{
    /// <summary>The tables it reads, in alphabetical order.</summary>
    public IReadOnlyList<TableName> Inputs { get; } =
        [.. References().Matches(SqlLexer.Blank(Sql)).Select(match => match.Value.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal).Select(TableName.Parse)];

    /// <summary>The SELECT for one engine.</summary>
    public string Render(SqlDialect dialect, DayRange? days = null) => SqlRenderer.Render(Sql, dialect, days);

    [GeneratedRegex(@"\b(?:raw|clean|curated|ml|published)\.[a-z][a-z0-9_]*\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex References();
}
