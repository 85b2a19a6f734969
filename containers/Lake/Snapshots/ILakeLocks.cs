using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>Gives out the right to write: to the whole lake where it lies in a folder, table by table where it lies on S3.</summary>
public interface ILakeLocks
{
    /// <summary>Takes the right to write tables, of all or of none.</summary>
    /// <param name="tables">The tables; a lake in a folder has one lock for whatever they are.</param>
    /// <param name="cancellationToken">Stops it; nothing is taken then.</param>
    /// <exception cref="Errors.EnvironmentException">Another process writes there; the message says which.</exception>
    ILakeLock Take(IReadOnlyCollection<TableName> tables, CancellationToken cancellationToken);

    /// <summary>Who writes some of the tables now, as people read it; none where they are free.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="cancellationToken">Stops it.</param>
    IReadOnlyList<string> Writers(IReadOnlyCollection<TableName> tables, CancellationToken cancellationToken);
}
