using Recommender.Lake.Models;

namespace Recommender.Lake.Engine;

/// <summary>Runs SQL over a lake's current snapshots: the embedded DuckDB, or Athena. Calls block: a step has a thread of its own.</summary>
public interface ISqlEngine
{
    /// <summary>What its SQL is rendered for.</summary>
    SqlDialect Dialect { get; }

    /// <summary>Starts a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Errors.EnvironmentException">The engine cannot be reached or refuses to start it.</exception>
    ISqlQuery Start(SqlStatement statement, CancellationToken cancellationToken);
}
