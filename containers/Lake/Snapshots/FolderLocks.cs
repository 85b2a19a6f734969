using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>The one lock of a lake in a folder.</summary>
/// <param name="lake">The folder.</param>
/// <param name="clock">Gives the moment that others are told.</param>
public sealed class FolderLocks(LakeFolder lake, TimeProvider clock) : ILakeLocks
{
    /// <inheritdoc/>
    public ILakeLock Take(IReadOnlyCollection<TableName> tables, CancellationToken cancellationToken) => LakeLock.Take(lake, clock);
}
