using System.Globalization;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Models;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Querying;

/// <summary>SQL that reads the lake, run by an engine that is not in this process.</summary>
/// <param name="store">The lake, for the tables that are not built yet.</param>
/// <param name="engine">The engine.</param>
internal sealed class EngineQuestion(SnapshotStore store, ISqlEngine engine)
{
    /// <summary>Runs the query.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="reuse">How old a result may be that is given again; null for none.</param>
    /// <param name="cancellationToken">Stops it, at the engine too.</param>
    /// <exception cref="CallerException">The SQL is wrong, would change something, or reads a table that is not built yet.</exception>
    public ISqlQuery Run(string sql, TimeSpan? reuse, CancellationToken cancellationToken)
    {
        ReadOnlyQuery.RequireReadingWord(sql);
        foreach (var table in SqlTables.Named(sql).Select(Whole).Distinct())
        {
            TableState.RequireReadable(store, table, cancellationToken);
        }

        var query = engine.Start(new SqlStatement(sql) { ReuseWithin = reuse }, cancellationToken);
        try
        {
            query.Wait(cancellationToken);
            return query;
        }
        catch
        {
            query.Dispose();
            throw;
        }
    }

    /// <summary>What the query took, as people read it.</summary>
    public static string Statement(ISqlQuery query)
    {
        var took = query.Statistics;
        return took.Reused
            ? $"query {query.Id}: an earlier result, given again for nothing"
            : string.Create(CultureInfo.InvariantCulture, $"query {query.Id}: {ByteSize.Text(took.BytesScanned)} scanned, ${took.Cost:0.00####}, {HumanText.Seconds(took.Ran)} s after {HumanText.Seconds(took.Queued)} s in the queue");
    }

    // A quarantine is published with its table.
    private static TableName Whole(TableName table) =>
        table.Table.EndsWith(Quarantine.Suffix, StringComparison.Ordinal) ? table with { Table = table.Table[..^Quarantine.Suffix.Length] } : table;
}
