using Recommender.AwsEmulator.Glue;
using Recommender.Lake.DuckDb;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Runs statements as Athena would, on the embedded engine. Calls block.</summary>
/// <param name="catalog">The tables.</param>
/// <param name="views">Shows them.</param>
/// <param name="writer">Writes what an INSERT yields.</param>
/// <param name="spillFolder">Where the engine spills to.</param>
internal sealed class AthenaEngine(GlueCatalog catalog, TableViews views, InsertWriter writer, string spillFolder)
{
    /// <summary>Runs a statement.</summary>
    /// <param name="request">The statement.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="QueryFailedException">It fails.</exception>
    /// <exception cref="ScanLimitException">It would scan too much.</exception>
    public QueryOutcome Run(QueryRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return request.Statement.Kind switch
            {
                StatementKind.ShowDatabases => Lines("database_name", catalog.Databases.Select(database => database.Name)),
                StatementKind.ShowTables => Lines("tab_name", Tables(request)),
                StatementKind.Describe => Lines("col_name", Columns(Named(request))),
                _ => RunQuery(request, cancellationToken),
            };
        }
        catch (DuckDbException error)
        {
            throw EngineErrors.Translate(error, request.Statement);
        }
    }

    private QueryOutcome RunQuery(QueryRequest request, CancellationToken cancellationToken)
    {
        var statement = request.Statement;
        TrinoFunctions.Check(statement.Sql, [.. statement.QueryTokens]);
        var target = statement.Kind == StatementKind.Insert ? Named(request) : null;
        using var session = new EngineSession(spillFolder);
        var scanned = session.Show(request, catalog, views, cancellationToken);
        if (scanned > request.MostBytes)
        {
            throw new ScanLimitException();
        }

        // What is wrong with the text itself shows here, with places in the text as it was written.
        session.Connection.Prepare(statement.QueryText).Dispose();
        return statement.Kind switch
        {
            StatementKind.Insert => writer.Insert(session.Connection, request, target!, cancellationToken) with { Scanned = scanned },
            StatementKind.Explain => Explain(session.Connection, statement, cancellationToken),
            _ => Select(session.Connection, request, cancellationToken) with { Scanned = scanned },
        };
    }

    private static QueryOutcome Select(DuckDbConnection connection, QueryRequest request, CancellationToken cancellationToken)
    {
        using var result = connection.Query(request.Statement.QueryText, cancellationToken);
        var names = request.Tree!.ColumnNames([.. result.Columns.Select(column => column.Name)]);
        var rows = new List<string?[]>();
        foreach (var chunk in result.Chunks())
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                var at = row;
                rows.Add([.. Enumerable.Range(0, result.Columns.Count).Select(column => ResultText.Of(chunk.GetValue(column, at)))]);
            }
        }

        return new() { Columns = [.. result.Columns.Select((column, index) => ResultColumn.Of(names[index], column))], Rows = rows };
    }

    private static QueryOutcome Explain(DuckDbConnection connection, AthenaStatement statement, CancellationToken cancellationToken)
    {
        using var plan = connection.Query($"explain {statement.QueryText}", cancellationToken);
        return Lines("Query Plan", [.. plan.Chunks().SelectMany(chunk => Enumerable.Range(0, chunk.Count).SelectMany(row => chunk.GetString(1, row).Split('\n')))]);
    }

    private IEnumerable<string> Tables(QueryRequest request)
    {
        var database = request.Statement.Target is [.., var named] ? named.Text : request.Database ?? "default";
        return catalog.FindDatabase(database) is null
            ? throw QueryFailedException.Syntax($"SCHEMA_NOT_FOUND: line 1:1: Schema '{database}' does not exist")
            : catalog.Tables(database).Select(table => table.Name);
    }

    private GlueTable Named(QueryRequest request)
    {
        var target = request.Statement.Target;
        if (target.Count is 0 or > 3)
        {
            throw QueryFailedException.Syntax("SYNTAX_ERROR: line 1:1: a table must be named");
        }

        var database = (target.Count > 1 ? target[^2].Text : request.Database ?? "default").ToLowerInvariant();
        return EngineSession.Find(catalog, database, target[^1].Text, SqlPlace.Of(request.Statement.Sql, target[0].Start));
    }

    private static IEnumerable<string> Columns(GlueTable table) =>
        table.Columns.Concat(table.PartitionKeys).Select(column => $"{column.Name,-20}\t{column.Type,-20}\t");

    private static QueryOutcome Lines(string column, IEnumerable<string> lines) =>
        new() { Columns = [ResultColumn.Text(column)], Rows = [.. lines.Select(line => new string?[] { line })] };
}
