using System.Globalization;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Checks;

/// <summary>Runs a table's checks over rows that are not published yet.</summary>
/// <param name="engine">An engine that sees the tables that relationships refer to.</param>
internal sealed class CheckRunner(ISqlEngine engine)
{
    private const int SampleRows = 5;

    /// <summary>Runs all checks of a table.</summary>
    /// <param name="table">The declaration.</param>
    /// <param name="relation">The relation that stands for the whole table as it will be.</param>
    /// <param name="rebuiltDays">The relation that stands for its rebuilt days, where others were carried over.</param>
    /// <param name="cancellationToken">Stops the running query.</param>
    /// <exception cref="DataException">At least one check failed; the message has sample rows of each.</exception>
    public void Run(TableDeclaration table, string relation, string? rebuiltDays, CancellationToken cancellationToken)
    {
        var failures = Failures(table, relation, rebuiltDays, cancellationToken);
        if (failures.Count > 0)
        {
            var texts = failures.Select(failure =>
                $"  {failure.Check.Description}: {failure.Offending.ToString("N0", CultureInfo.InvariantCulture)} offending row(s)\n    {string.Join("\n    ", failure.Sample)}");
            throw new DataException($"{table.Name}: {failures.Count} check(s) failed; it was not published, what was current still is\n{string.Join('\n', texts)}");
        }
    }

    /// <summary>The checks that fail.</summary>
    /// <inheritdoc cref="Run(TableDeclaration, string, string?, CancellationToken)"/>
    public IReadOnlyList<CheckFailure> Failures(TableDeclaration table, string relation, string? rebuiltDays, CancellationToken cancellationToken)
    {
        var checks = table.AllChecks().ToList();
        var fresh = rebuiltDays ?? relation;
        var counts = CountOffendingRows([.. checks.Where(check => check.RowPredicate is not null)], fresh, cancellationToken);
        string RowsFor(Check check) => table.DayPartition is { } day && check.HoldsByDay(day) ? fresh : relation;
        return
        [
            .. from check in checks
               let rows = RowsFor(check)
               let offending = counts.TryGetValue(check, out var counted) ? counted : CountOffendingRows(check, rows, cancellationToken)
               where offending > 0
               select new CheckFailure(check, offending, Sample(check, rows, cancellationToken)),
        ];
    }

    /// <summary>Counts the offenders of all row checks in one scan.</summary>
    private Dictionary<Check, long> CountOffendingRows(IReadOnlyList<Check> checks, string relation, CancellationToken cancellationToken)
    {
        if (checks.Count == 0)
        {
            return [];
        }

        // Over no rows at all, DuckDB counts NULL.
        var columns = checks.Select(check => $"coalesce(cast(count_if({check.RowPredicate}) as bigint), 0)");
        var row = engine.Rows($"select {string.Join(", ", columns)} from {relation} as checked", cancellationToken)[0];
        return checks.Select((check, i) => (check, Count: (long)row[i]!)).ToDictionary(pair => pair.check, pair => pair.Count);
    }

    /// <summary>Counts the offenders of one check; the engine reads only the columns that takes, so this comes before any sample.</summary>
    private long CountOffendingRows(Check check, string relation, CancellationToken cancellationToken) =>
        engine.Dialect == SqlDialect.DuckDb && check is UniqueCheck unique && unique.DuckDbSuspicion(relation) is { } suspicion && !Any(suspicion, cancellationToken)
            ? 0
            : engine.Count($"select count(*) from (\n{check.OffendingRows(relation)}\n) as offending", cancellationToken);

    private List<string> Sample(Check check, string relation, CancellationToken cancellationToken)
    {
        using var query = engine.Start(new SqlStatement($"select * from (\n{check.OffendingRows(relation)}\n) as offending limit {SampleRows}"), cancellationToken);
        query.Wait(cancellationToken);
        var header = string.Join(" | ", query.Columns.Select(column => column.Name));
        return [header, .. query.Rows(cancellationToken).Select(row => string.Join(" | ", row.Select(Text)))];
    }

    private bool Any(string select, CancellationToken cancellationToken) => engine.Rows(select, cancellationToken).Count > 0;

    private static string Text(object? value) => value switch
    {
        null => "NULL",
        DateOnly day => DayRange.Text(day),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
