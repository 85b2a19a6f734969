using Recommender.Lake.DuckDb;
using Recommender.Lake.Errors;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Building;

/// <summary>The step that runs an SQL model: on the embedded engine, or where a builder sees to that, on Athena.</summary>
/// <param name="model">The model.</param>
public sealed class ModelStep(SqlModel model) : ITableStep
{
    /// <summary>The model.</summary>
    public SqlModel Model => model;

    /// <inheritdoc/>
    public TableDeclaration Table => model.Table;

    /// <inheritdoc/>
    public IReadOnlyList<TableName> Inputs => model.Inputs;

    /// <inheritdoc/>
    public string Definition { get; } = DefinitionOf(model);

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

        var target = Path.Combine(context.Writer.DataFolder, "part-0.parquet");
        var kept = ParquetWriter.Copy(context.Connection, ModelSql.Kept(model, SqlDialect.DuckDb), target, cancellationToken);
        return new StepOutput(kept, Table.HasQuarantine ? QuarantineRest(context, kept, cancellationToken) : 0);
    }

    /// <summary>Rows that arrived: every row of the raw inputs is kept or quarantined.</summary>
    internal long Arrived(StepInputs inputs) => Inputs.Where(input => input.Zone == Zone.Raw).Sum(input => inputs[input].Rows);

    /// <summary>Refuses a model that loses or doubles rows.</summary>
    /// <exception cref="DataException">What was kept and quarantined is not what arrived.</exception>
    internal void RequireAll(long arrived, long kept, long quarantined)
    {
        if (arrived != kept + quarantined)
        {
            throw new DataException($"{Table.Name}: {arrived} rows arrived, but {kept} kept + {quarantined} quarantined = {kept + quarantined}; the model loses or doubles rows");
        }
    }

    /// <summary>The SQL of both engines where it is not the same, so that a change of either builds the table again.</summary>
    private static string DefinitionOf(SqlModel model)
    {
        var days = model.Table.DayPartition is null ? null : new DayRange(DateOnly.MinValue, DateOnly.MinValue);
        var embedded = model.Render(SqlDialect.DuckDb, days);
        var athena = model.Render(SqlDialect.Trino, days);
        return embedded == athena ? embedded : $"{embedded}\n-- on Athena:\n{athena}";
    }

    private long CopyDays(StepContext context, DayRange range, CancellationToken cancellationToken) =>
        ParquetWriter.CopyByDay(context.Connection, ModelSql.OfDays(model, SqlDialect.DuckDb, range), context.Writer.DataFolder, Table.DayPartition!, cancellationToken);

    /// <summary>Where all rows were kept there is nothing to write, which spares the usual case a second evaluation of the model.</summary>
    private long QuarantineRest(StepContext context, long kept, CancellationToken cancellationToken)
    {
        var arrived = Arrived(context.Inputs);
        if (arrived == kept)
        {
            return 0;
        }

        Directory.CreateDirectory(context.Writer.QuarantineFolder);
        var target = Path.Combine(context.Writer.QuarantineFolder, "part-0.parquet");
        var select = $"{ModelSql.Refused(model, SqlDialect.DuckDb)} order by source_file, source_line";
        var quarantined = ParquetWriter.Copy(context.Connection, select, target, cancellationToken);
        RequireAll(arrived, kept, quarantined);
        return quarantined;
    }
}
