using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Glue;
using Recommender.Lake.Models;
using Recommender.Lake.Planning;

namespace Recommender.Lake.Building;

/// <summary>The INSERTs that fill a build's tables with a model's rows.</summary>
/// <param name="engine">Athena.</param>
/// <param name="step">The model's step.</param>
/// <param name="tables">The build's tables.</param>
/// <param name="run">The run's id.</param>
/// <param name="snapshot">The snapshot's id.</param>
/// <param name="progress">Takes progress.</param>
internal sealed class AthenaInserts(ISqlEngine engine, ModelStep step, BuildTables tables, string run, string snapshot, IProgress<StepProgress> progress)
{
    /// <summary>The most partitions that one INSERT of Athena's writes: 100.</summary>
    public const int MostDays = 100;

    /// <summary>Writes the whole table and, where there is one, its quarantine.</summary>
    /// <returns>Rows kept and rows quarantined.</returns>
    /// <exception cref="DataException">The model loses or doubles rows.</exception>
    public (long Kept, long Quarantined) Whole(StepInputs inputs, CancellationToken cancellationToken)
    {
        var kept = Insert(tables.Data.ToString(), ModelSql.Kept(step.Model, SqlDialect.Trino), "kept", cancellationToken);
        var arrived = step.Table.HasQuarantine ? step.Arrived(inputs) : kept;
        if (arrived == kept)
        {
            return (kept, 0);
        }

        var quarantined = Insert(tables.Refused.ToString(), ModelSql.Refused(step.Model, SqlDialect.Trino), "refused", cancellationToken);
        RequireWritten(tables.Refused.ToString(), quarantined, cancellationToken);
        step.RequireAll(arrived, kept, quarantined);
        return (kept, quarantined);
    }

    /// <summary>Writes the days to be built.</summary>
    /// <returns>The number of rows.</returns>
    public long ByDay(DayPlan days, CancellationToken cancellationToken)
    {
        var batches = days.BuildRanges().SelectMany(range => range.Split(MostDays)).ToList();
        var rows = 0L;
        for (var i = 0; i < batches.Count; i++)
        {
            progress.Report(new StepProgress("building", batches.Count == 1 ? -1 : (double)i / batches.Count, rows));
            rows += Insert(tables.Data.ToString(), ModelSql.OfDays(step.Model, SqlDialect.Trino, batches[i], dayLast: true), batches[i].ToString(), cancellationToken);
        }

        return rows;
    }

    /// <summary>Counts what a relation has: a file too many or too few is found before anybody reads it.</summary>
    /// <exception cref="EnvironmentException">It has not the rows that were written.</exception>
    public void RequireWritten(string relation, long written, CancellationToken cancellationToken)
    {
        var found = engine.Count($"select count(*) from {relation}", cancellationToken);
        if (found != written)
        {
            throw new EnvironmentException($"{step.Table.Name}: Athena says that it wrote {written} rows, but there are {found}; nothing was published: start again");
        }
    }

    private long Insert(string table, string select, string what, CancellationToken cancellationToken)
    {
        using var query = engine.Start(new SqlStatement($"insert into {table}\n{select}") { Token = $"{run} {snapshot} {what}" }, cancellationToken);
        query.Wait(cancellationToken);
        return query.Written;
    }
}
