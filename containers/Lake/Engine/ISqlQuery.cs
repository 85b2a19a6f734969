namespace Recommender.Lake.Engine;

/// <summary>A statement at work. Disposing it stops it where it has not ended.</summary>
public interface ISqlQuery : IDisposable
{
    /// <summary>The engine's id of it.</summary>
    string Id { get; }

    /// <summary>How it is doing, or how it did; may be asked from another thread.</summary>
    QueryStatistics Statistics { get; }

    /// <summary>Waits for its end.</summary>
    /// <param name="cancellationToken">Stops the statement itself, too.</param>
    /// <exception cref="Errors.CallerException">The SQL is wrong.</exception>
    /// <exception cref="Errors.DataException">A value in the data made it fail.</exception>
    /// <exception cref="Errors.EnvironmentException">It failed for another reason; the message has the id, the reason and the statement's first lines.</exception>
    void Wait(CancellationToken cancellationToken);

    /// <summary>The columns of the rows; after <see cref="Wait"/>.</summary>
    IReadOnlyList<SqlColumn> Columns { get; }

    /// <summary>
    /// The rows, fetched page by page while they are taken; after <see cref="Wait"/>. A value is null, bool, int, long, double, decimal, string,
    /// <see cref="DateOnly"/> or <see cref="DateTime"/> (UTC); of any other type, its text.
    /// </summary>
    IEnumerable<IReadOnlyList<object?>> Rows(CancellationToken cancellationToken);

    /// <summary>Rows that an INSERT wrote; 0 for other statements; after <see cref="Wait"/>.</summary>
    long Written { get; }
}
