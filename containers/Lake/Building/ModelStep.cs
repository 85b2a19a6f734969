using Recommender.Lake.DuckDb;
using Recommender.Lake.Errors;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Building;

/// <summary>The step that runs an SQL model on the embedded engine.</summary>
/// <param name="model">The model.</param>
public sealed class ModelStep(SqlModel model) : ITableStep
{
    /// <inheritdoc/>
    public TableDeclaration Table => model.Table;

    /// <inheritdoc/>
    public IReadOnlyList<TableName> Inputs => model.Inputs;

    /// <inheritdoc/>
    public string Definition { get; } = model.Render(SqlDialect.DuckDb, model.Table.DayPartition is null ? null : new DayRange(DateOnly.MinValue, DateOnly.MinValue));

    /// <inheritdoc/>
    public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs)
    {
        if (Table.DayPartition is null)
        {
            return null;
        }

        if (Inputs.All(input => inputs[input].Days is null))
        {
            throw new InvalidOperationException($"{Table.Name} is partitioned by day, but none of its inputs is: nothing tells which days there are");
        }

        var parts = from input in Inputs
                    let days = inputs[input].Days
                    where days is not null
                    from day in days
                    select (Day: day.Key, Part: $"{input}@{day.Value.BuiltBy}");
        return parts.GroupBy(part => part.Day).ToDictionary(
            group => DateOnly.ParseExact(group.Key, DayRange.DayFormat, System.Globalization.CultureInfo.InvariantCulture),
            group => string.Join('\n', group.Select(part => part.Part)));
    }

    /// <inheritdoc/>
    public StepOutput Build(StepContext context, CancellationToken cancellationToken)
    {
        if (context.Days is { } days)
        {
            return new StepOutput(days.BuildRanges().Sum(range => CopyDays(context, range, cancellationToken)));
        }

        var sql = model.Render(SqlDialect.DuckDb);
        var target = Path.Combine(context.Writer.DataFolder, "part-0.parquet");
        if (!Table.HasQuarantine)
        {
            return new StepOutput(ParquetWriter.Copy(context.Connection, Select(Table.Columns, sql), target, cancellationToken));
        }

        var kept = ParquetWriter.Copy(context.Connection, $"{Select(Table.Columns, sql)} where {Quarantine.Reason} is null", target, cancellationToken);
        return new StepOutput(kept, QuarantineRest(context, sql, kept, cancellationToken));
    }

    private static string Select(IReadOnlyList<Column> columns, string sql) =>
        $"select {string.Join(", ", columns.Select(column => $"cast({column.Name} as {column.Type.SqlName()}) as {column.Name}"))} from (\n{sql}\n) as model";

    private long CopyDays(StepContext context, DayRange range, CancellationToken cancellationToken)
    {
        var inRange = SqlRenderer.Render($"@in_days({Table.DayPartition})", SqlDialect.DuckDb, range);
        // The range is compared after the cast: a model's moment at noon belongs to its day.
        var select = $"select * from (\n{Select(Table.Columns, model.Render(SqlDialect.DuckDb, range))}\n) as typed where {inRange}";
        return ParquetWriter.CopyByDay(context.Connection, select, context.Writer.DataFolder, Table.DayPartition!, cancellationToken);
    }

    /// <summary>
    /// Every row of the raw inputs is kept or quarantined. Where all were kept there is nothing to write, which spares
    /// the usual case a second evaluation of the model.
    /// </summary>
    private long QuarantineRest(StepContext context, string sql, long kept, CancellationToken cancellationToken)
    {
        var arrived = Inputs.Where(input => input.Zone == Zone.Raw).Sum(input => context.Inputs[input].Rows);
        if (arrived == kept)
        {
            return 0;
        }

        Directory.CreateDirectory(context.Writer.QuarantineFolder);
        var target = Path.Combine(context.Writer.QuarantineFolder, "part-0.parquet");
        var select = $"{Select(Quarantine.Columns, sql)} where {Quarantine.Reason} is not null order by source_file, source_line";
        var quarantined = ParquetWriter.Copy(context.Connection, select, target, cancellationToken);
        return arrived == kept + quarantined
            ? quarantined
            : throw new DataException($"{Table.Name}: {arrived} rows arrived, but {kept} kept + {quarantined} quarantined = {kept + quarantined}; the model loses or doubles rows");
    }
}
