using Recommender.Lake.Errors;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>The one lock of a lake in a folder.</summary>
/// <param name="lake">The folder.</param>
/// <param name="clock">Gives the moment that others are told.</param>
public sealed class FolderLocks(LakeFolder lake, TimeProvider clock) : ILakeLocks
{
    /// <inheritdoc/>
    public ILakeLock Take(IReadOnlyCollection<TableName> tables, CancellationToken cancellationToken) => LakeLock.Take(lake, clock);

    /// <inheritdoc/>
    public IReadOnlyList<string> Writers(IReadOnlyCollection<TableName> tables, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(lake.Root))
        {
            return [];
        }

        try
        {
            LakeLock.Take(lake, clock).Dispose();
            return [];
        }
        catch (EnvironmentException error)
        {
            return [error.Message];
        }
    }
}
