using Recommender.AwsEmulator.Glue;
using Recommender.Lake.DuckDb;

namespace Recommender.AwsEmulator.Athena;

/// <summary>The embedded engine for one query: the tables that it names as views, and Trino's ways.</summary>
internal sealed class EngineSession : IDisposable
{
    private const string CatalogName = "awsdatacatalog";
    private const string DefaultDatabase = "default";
    private const long Memory = 1L << 30;
    private const int Threads = 2;

    private readonly DuckDbDatabase _database;

    /// <summary>Starts the engine.</summary>
    /// <param name="spillFolder">Where it spills to.</param>
    public EngineSession(string spillFolder)
    {
        _database = DuckDbDatabase.Open(null, new DuckDbOptions { MemoryLimitBytes = Memory, Threads = Threads, TempDirectory = spillFolder });
        Connection = _database.Connect();
        Connection.Execute($"{TrinoMacros.Setup} attach ':memory:' as {CatalogName};", CancellationToken.None);
    }

    /// <summary>Runs statements.</summary>
    public DuckDbConnection Connection { get; }

    /// <summary>Shows the tables that a query names.</summary>
    /// <returns>Bytes of their files.</returns>
    /// <exception cref="QueryFailedException">One is not there, or cannot be read.</exception>
    public long Show(QueryRequest request, GlueCatalog catalog, TableViews views, CancellationToken cancellationToken)
    {
        var first = request.Database ?? DefaultDatabase;
        var scanned = 0L;
        Connection.Execute($"create schema if not exists {Schema(first)}; set search_path = {DuckDbQuote.Literal($"{Schema(first)},memory.main")};", cancellationToken);
        var shown = new HashSet<(string, string)>();
        foreach (var reference in request.Tree!.Tables)
        {
            var table = Find(reference, first, request.Statement, catalog);
            if (shown.Add((table.Database, table.Name)))
            {
                Connection.Execute($"create schema if not exists {Schema(table.Database)}", cancellationToken);
                scanned += views.Show(Connection, Schema(table.Database), table, cancellationToken);
            }
        }

        return scanned;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Connection.Dispose();
        _database.Dispose();
    }

    private static string Schema(string database) => $"{CatalogName}.{DuckDbQuote.Identifier(database)}";

    private static GlueTable Find(SqlTableReference reference, string first, AthenaStatement statement, GlueCatalog catalog)
    {
        var database = (reference.Database.Length > 0 ? reference.Database : first).ToLowerInvariant();
        var place = SqlPlace.Of(statement.Sql, statement.Query + SqlPlace.OfByte(statement.QueryText, reference.Place));
        if (reference.Catalog.Length > 0 && !reference.Catalog.Equals(CatalogName, StringComparison.OrdinalIgnoreCase))
        {
            throw QueryFailedException.Syntax($"CATALOG_NOT_FOUND: {place}: Catalog '{reference.Catalog}' does not exist");
        }

        return Find(catalog, database, reference.Name, place);
    }

    /// <summary>A table that a statement names.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="database">The database.</param>
    /// <param name="name">The table.</param>
    /// <param name="place">Where it is named.</param>
    /// <exception cref="QueryFailedException">It is not there.</exception>
    public static GlueTable Find(GlueCatalog catalog, string database, string name, string place) =>
        catalog.Find(database, name) is { } table ? table
            : throw QueryFailedException.Syntax(catalog.FindDatabase(database) is null
                ? $"SCHEMA_NOT_FOUND: {place}: Schema '{database}' does not exist"
                : $"TABLE_NOT_FOUND: {place}: Table '{CatalogName}.{database}.{GlueCatalog.Folded(name)}' does not exist");
}
