using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>Which snapshot of each table is current: the one thing that publication changes.</summary>
public interface IPointers
{
    /// <summary>A table's pointer and its version, or null where nothing was published yet.</summary>
    /// <exception cref="Errors.EnvironmentException">It cannot be read.</exception>
    VersionedPointer? Read(TableName table, CancellationToken cancellationToken);

    /// <summary>Moves a table's pointer, at once for every reader.</summary>
    /// <param name="table">The table.</param>
    /// <param name="pointer">Where to.</param>
    /// <param name="version">The version that was read before; null where nothing was published yet.</param>
    /// <param name="cancellationToken">Stops it before the move, never after.</param>
    /// <exception cref="Errors.EnvironmentException">It cannot be written, or somebody else has moved it since; it has not moved.</exception>
    void Move(TableName table, Pointer pointer, string? version, CancellationToken cancellationToken);
}
