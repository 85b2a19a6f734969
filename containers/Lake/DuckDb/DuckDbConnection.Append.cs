namespace Recommender.Lake.DuckDb;

public sealed partial class DuckDbConnection
{
    /// <summary>Starts appending rows to a table, all or none: see <see cref="DuckDbAppender"/>.</summary>
    /// <param name="schema">The table's schema, such as <c>main</c>.</param>
    /// <param name="table">The table.</param>
    /// <param name="catalog">The table's database: <c>temp</c> for a temporary table. Default: null, the connection's own.</param>
    /// <exception cref="DuckDbSqlException">There is no such table.</exception>
    /// <exception cref="NotSupportedException">The table has a nested column (LIST, STRUCT, MAP, …).</exception>
    public DuckDbAppender Append(string schema, string table, string? catalog = null) =>
        DuckDbAppender.Create(this, catalog, schema, table);
}
