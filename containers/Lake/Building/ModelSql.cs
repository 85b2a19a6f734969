using Recommender.Lake.Models;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Building;

/// <summary>The SELECTs that a model's table and its quarantine are filled with, each with its columns in order and of their types.</summary>
internal static class ModelSql
{
    /// <summary>The rows of the table: all of the model's, or where the table has a quarantine, those that are not refused.</summary>
    public static string Kept(SqlModel model, SqlDialect dialect)
    {
        var select = Select(model.Table.Columns, model.Render(dialect));
        return model.Table.HasQuarantine ? $"{select} where {Quarantine.Reason} is null" : select;
    }

    /// <summary>The rows of the quarantine.</summary>
    public static string Refused(SqlModel model, SqlDialect dialect) =>
        $"{Select(Quarantine.Columns, model.Render(dialect))} where {Quarantine.Reason} is not null";

    /// <summary>The rows of some days of a day-partitioned table, with the day as the last column where <paramref name="dayLast"/> says so.</summary>
    public static string OfDays(SqlModel model, SqlDialect dialect, DayRange days, bool dayLast = false)
    {
        var day = model.Table.DayPartition!;
        var inRange = SqlRenderer.Render($"@in_days({day})", dialect, days);
        var columns = dayLast ? string.Join(", ", DayLast(model.Table).Select(column => column.Name)) : "*";
        // The range is compared after the cast: a model's moment at noon belongs to its day.
        return $"select {columns} from (\n{Select(model.Table.Columns, model.Render(dialect, days))}\n) as typed where {inRange}";
    }

    /// <summary>A table's columns as Athena has them: the day by which it is partitioned comes last.</summary>
    public static IEnumerable<Column> DayLast(TableDeclaration table) =>
        table.Columns.Where(column => column.Name != table.DayPartition).Concat(table.Columns.Where(column => column.Name == table.DayPartition));

    private static string Select(IReadOnlyList<Column> columns, string sql) =>
        $"select {string.Join(", ", columns.Select(column => $"cast({column.Name} as {column.Type.SqlName()}) as {column.Name}"))} from (\n{sql}\n) as model";
}
