using System.Security.Cryptography;
using System.Text.Json;
using Recommender.Lake.Errors;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>Pointers as files of a lake in a folder, <c>ZONE/TABLE/_current.json</c>, replaced by a rename.</summary>
/// <param name="storage">The lake; whoever moves a pointer holds its lock.</param>
public sealed class FilePointers(FolderStorage storage) : IPointers
{
    /// <inheritdoc/>
    public VersionedPointer? Read(TableName table, CancellationToken cancellationToken)
    {
        var key = LakeKeys.Pointer(table);
        if (storage.Read(key, cancellationToken) is not { } bytes)
        {
            return null;
        }

        try
        {
            return new VersionedPointer(PointerFile.Parse(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (JsonException error)
        {
            throw new EnvironmentException($"{storage.Describe(key)} cannot be read: {error.Message} {FolderStorage.Advice}", error);
        }
    }

    /// <inheritdoc/>
    public void Move(TableName table, Pointer pointer, string? version, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Read(table, cancellationToken)?.Version != version)
        {
            throw new EnvironmentException($"{table}: somebody else has published meanwhile; nothing was published: start again");
        }

        Disk.Write(
            $"{table}: the pointer cannot be moved, nothing was published",
            () => storage.Write(LakeKeys.Pointer(table), PointerFile.Write(pointer), CancellationToken.None));
    }
}
