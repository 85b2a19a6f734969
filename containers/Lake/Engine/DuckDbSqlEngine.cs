using Recommender.Lake.DuckDb;
using Recommender.Lake.Models;

namespace Recommender.Lake.Engine;

/// <summary>
/// One connection of the embedded engine as an <see cref="ISqlEngine"/>: a statement runs at a time, and a new one ends the rows of the one
/// before it. Where the machine lacks memory or disk, <see cref="DuckDbResourceException"/> says so.
/// </summary>
/// <param name="connection">The connection.</param>
/// <param name="clock">Measures statements; null means the system's.</param>
public sealed class DuckDbSqlEngine(DuckDbConnection connection, TimeProvider? clock = null) : ISqlEngine
{
    private long _started;

    /// <inheritdoc/>
    public SqlDialect Dialect => SqlDialect.DuckDb;

    /// <inheritdoc/>
    public ISqlQuery Start(SqlStatement statement, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new DuckDbSqlQuery(connection, statement, ++_started, clock ?? TimeProvider.System);
    }
}
