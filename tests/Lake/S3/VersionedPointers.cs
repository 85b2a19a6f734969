using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Tests.S3;

/// <summary>Pointers as files that are replaced on a condition: what the catalog does, without one.</summary>
internal sealed class VersionedPointers(IVersionedFiles files) : IPointers
{
    public VersionedPointer? Read(TableName table, CancellationToken cancellationToken) =>
        files.Look(LakeKeys.Pointer(table), cancellationToken) is { } found ? new VersionedPointer(PointerFile.Parse(found.Content), found.Version) : null;

    public void Move(TableName table, Pointer pointer, string? version, CancellationToken cancellationToken)
    {
        var (key, content) = (LakeKeys.Pointer(table), PointerFile.Write(pointer));
        _ = (version is null ? files.WriteNew(key, content, cancellationToken) : files.Replace(key, content, version, cancellationToken))
            ?? throw new EnvironmentException($"{table}: somebody else has published meanwhile");
    }
}
