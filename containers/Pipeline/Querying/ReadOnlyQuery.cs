using System.Text.RegularExpressions;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Pipeline.Querying;

/// <summary>SQL that may read the lake and do nothing else.</summary>
/// <param name="store">The lake, for the tables that are not built yet.</param>
/// <param name="tables">The declared tables.</param>
/// <param name="connection">Sees the tables that are built.</param>
internal sealed partial class ReadOnlyQuery(SnapshotStore store, IReadOnlyList<TableDeclaration> tables, DuckDbConnection connection)
{
    /// <summary>Starts the query.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CallerException">The SQL is wrong, would change something, or reads a table that is not built yet.</exception>
    /// <exception cref="EnvironmentException">It reads a table whose files are damaged.</exception>
    public DuckDbResult Run(string sql, CancellationToken cancellationToken) => Translate(sql, () =>
    {
        RequireReading(sql);
        return connection.Query(sql, cancellationToken);
    });

    /// <summary>Runs a part of the query's work, such as reading its rows, with the engine's faults told as the caller's.</summary>
    /// <exception cref="CallerException">The SQL is wrong, or reads a table that is not built yet.</exception>
    /// <exception cref="EnvironmentException">It reads a table whose files are damaged.</exception>
    public T Translate<T>(string sql, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DuckDbSqlException error)
        {
            foreach (var table in tables.Where(table => Regex.IsMatch(sql, $@"\b{Regex.Escape(table.Name.ToString())}({Quarantine.Suffix})?\b", RegexOptions.IgnoreCase)))
            {
                TableState.RequireReadable(store, table.Name);
            }

            throw new CallerException(error.Message, error);
        }
    }

    /// <summary>Makes sure that the statement begins with a word that only reads.</summary>
    /// <exception cref="CallerException">It does not.</exception>
    public static void RequireReadingWord(string sql)
    {
        if (!FirstWord().IsMatch(sql))
        {
            throw NotReading();
        }
    }

    private void RequireReading(string sql)
    {
        // The first word is looked at before the engine sees the statement: it makes a folder for EXPORT when it only prepares it.
        RequireReadingWord(sql);
        if (ExplainPrefix().IsMatch(sql))
        {
            // EXPLAIN ANALYZE runs what it explains.
            RequireReading(ExplainPrefix().Replace(sql, ""));
        }

        using var statement = connection.Prepare(sql);
        if (statement.Kind is not (DuckDbStatementKind.Select or DuckDbStatementKind.Explain))
        {
            throw NotReading();
        }
    }

    private static CallerException NotReading() =>
        new("only queries that read are run here: SELECT, WITH, FROM, VALUES, TABLE, EXPLAIN, DESCRIBE, SHOW, SUMMARIZE");

    [GeneratedRegex(@"^(\s|;|--[^\n]*\n|/\*.*?\*/)*(\(|(select|with|from|values|table|explain|describe|desc|show|summarize)\b)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^(\s|--[^\n]*\n|/\*.*?\*/)*explain(\s+analyze|\s*\([^)]*\))?", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ExplainPrefix();
}
