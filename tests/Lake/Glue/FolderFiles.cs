using System.Security.Cryptography;
using Recommender.Lake.Storage;

namespace Recommender.Lake.Tests.Glue;

/// <summary>Versioned files in a folder, for one thread.</summary>
internal sealed class FolderFiles(FolderStorage storage) : IVersionedFiles
{
    public VersionedFile? Look(string key, CancellationToken cancellationToken) =>
        storage.Read(key, cancellationToken) is { } bytes ? new VersionedFile(bytes, Version(bytes)) : null;

    public string? WriteNew(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Look(key, cancellationToken) is null ? Write(key, content, cancellationToken) : null;

    public string? Replace(string key, ReadOnlyMemory<byte> content, string version, CancellationToken cancellationToken) =>
        Look(key, cancellationToken)?.Version == version ? Write(key, content, cancellationToken) : null;

    public bool RemoveLock(string key, string version, CancellationToken cancellationToken) => throw new NotSupportedException("no lock is taken here");

    private static string Version(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private string Write(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        storage.Write(key, content, cancellationToken);
        return Version(content.Span);
    }
}
