namespace Recommender.Lake.Storage;

/// <summary>
/// Small files of a lake that several processes change: each says which state it means to change, and one of them wins. A change that was
/// made, but whose answer was lost, counts as made.
/// </summary>
public interface IVersionedFiles
{
    /// <summary>A file and its version; null where there is none.</summary>
    VersionedFile? Look(string key, CancellationToken cancellationToken);

    /// <summary>Writes a file that must not be there yet.</summary>
    /// <returns>Its version; null where there is one already, with other content.</returns>
    string? WriteNew(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Replaces a file that must still be of a version.</summary>
    /// <returns>The new version; null where it is of another or gone.</returns>
    string? Replace(string key, ReadOnlyMemory<byte> content, string version, CancellationToken cancellationToken);

    /// <summary>Removes a table's lock, which must still be of a version.</summary>
    /// <returns>Whether it is gone; false where it is of another version, and stays.</returns>
    /// <exception cref="ArgumentException">The key is no table's lock.</exception>
    bool RemoveLock(string key, string version, CancellationToken cancellationToken);
}
