namespace Recommender.Lake.Storage;

/// <summary>
/// Where the files of a lake lie: a folder, or buckets. A key is <c>ZONE/TABLE/…</c> with forward slashes; a prefix is a key without a
/// slash at its end, and stands for all keys below it. Faults of the disk or the service are
/// <see cref="Errors.EnvironmentException"/>s that name the place. Calls block: a step has a thread of its own.
/// </summary>
public interface ILakeStorage
{
    /// <summary>The lake as messages name it: a folder's path, or <c>s3://recommender-uat</c>.</summary>
    string Name { get; }

    /// <summary>Whether there is a lake at all.</summary>
    bool Exists { get; }

    /// <summary>Where a key lies, as messages name it: a path, or <c>s3://bucket/…</c>.</summary>
    string Describe(string key);

    /// <summary>A small file's bytes; null where there is none.</summary>
    byte[]? Read(string key, CancellationToken cancellationToken);

    /// <summary>Whether there is a file of that key.</summary>
    bool Has(string key, CancellationToken cancellationToken);

    /// <summary>Whether a prefix is taken: files lie below it, or a work folder was made for it.</summary>
    bool IsTaken(string prefix, CancellationToken cancellationToken);

    /// <summary>Writes a small file, whole or not at all, over the one that may be there.</summary>
    void Write(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>All files below a prefix, sorted by key (ordinal).</summary>
    IReadOnlyList<StoredFile> Files(string prefix, CancellationToken cancellationToken);

    /// <summary>The sizes, in bytes, of those of some files of a prefix that are there: where asking for each is dear, by one listing.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="files">Keys relative to the prefix.</param>
    /// <param name="cancellationToken">Stops it.</param>
    IReadOnlyDictionary<string, long> Sizes(string prefix, IReadOnlyList<string> files, CancellationToken cancellationToken);

    /// <summary>The names of the folders directly below a prefix, sorted (ordinal); links are none.</summary>
    IReadOnlyList<string> Folders(string prefix, CancellationToken cancellationToken);

    /// <summary>Removes one file of a snapshot or a shard; there need be none.</summary>
    /// <exception cref="ArgumentException">The key is of neither.</exception>
    void Delete(string key, CancellationToken cancellationToken);

    /// <summary>Removes all below a prefix, which is a snapshot's or a shard's, or lies within one: nothing else is one build's own.</summary>
    /// <exception cref="ArgumentException">The prefix is neither.</exception>
    void DeleteAll(string prefix, CancellationToken cancellationToken);

    /// <summary>A local folder to write the files of a prefix into; made where it is not there. For a lake in a folder it is the place itself.</summary>
    string WorkFolder(string prefix);

    /// <summary>
    /// Makes files of the prefix's work folder durable in the lake, each at its path below the prefix. Readers see files only
    /// through a manifest, which is written after this.
    /// </summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="files">Paths below the work folder, with forward slashes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    void Store(string prefix, IReadOnlyList<string> files, CancellationToken cancellationToken);

    /// <summary>A local folder in which the named files of a prefix lie: the place itself, unlooked at, or copies, fetched once.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="files">The files with their sizes, keys relative to the prefix.</param>
    /// <param name="cancellationToken">Stops it.</param>
    string Fetch(string prefix, IReadOnlyList<StoredFile> files, CancellationToken cancellationToken);

    /// <summary>Makes files the content of other keys too: durable hard links, or copies that the service makes.</summary>
    void Copy(IReadOnlyList<FileCopy> files, CancellationToken cancellationToken);

    /// <summary>Forgets a prefix's work folder where that is not the place itself.</summary>
    void Forget(string prefix);
}
