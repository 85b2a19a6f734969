using System.Text.RegularExpressions;
using Recommender.Infra.Querying;
using Recommender.Infra.Settings;
using Recommender.Lake.Tables;

namespace Recommender.Infra.Reporting.DataSets;

/// <summary>
/// A question that a dashboard asks. Its SELECT lies in <c>Reports/NAME.sql</c>, in the SQL that both engines read; its first line
/// is a comment that says what it answers.
/// </summary>
/// <param name="Name">What it is called, such as <c>sales-by-hour</c>.</param>
/// <param name="Columns">What it gives.</param>
internal sealed partial record Report(string Name, params IReadOnlyList<ReportColumn> Columns)
{
    /// <summary>The SELECT; it names tables as <c>zone.table</c>.</summary>
    public string Sql { get; } = CommentedSql.Read($"reports/{Name}.sql").Sql;

    /// <summary>The tables that it reads.</summary>
    public IReadOnlyList<TableName> Tables => [.. Names().Matches(Sql).Select(match => TableName.Parse(match.Value)).Distinct()];

    /// <summary>
    /// The SELECT as Athena takes it: a zone there is a database with the stack in its name. QuickSight puts it into a query of its
    /// own, in which a comment has no place.
    /// </summary>
    public string For(StackContext context)
    {
        var select = string.Join('\n', Sql.Split('\n').Where(line => !line.StartsWith(CommentedSql.Comment, StringComparison.Ordinal)));
        return Names().Replace(select, match => TableName.Parse(match.Value) is var name ? $"{context.Database(name.Zone)}.{name.Table}" : "");
    }

    /// <summary>The column of a name.</summary>
    /// <exception cref="ArgumentException">It gives no such column.</exception>
    public ReportColumn Column(string name) =>
        Columns.SingleOrDefault(column => column.Name == name) ?? throw new ArgumentException($"report {Name} has no column {name}", nameof(name));

    [GeneratedRegex(@"\b(?:clean|curated|ml|published)\.[a-z_0-9]+")]
    private static partial Regex Names();
}
