using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;

namespace Recommender.Lake.Storage;

/// <summary>A lake in a folder: a file is there whole or not at all, also after a crash, and work is done in place.</summary>
/// <param name="lake">The folder.</param>
public sealed class FolderStorage(LakeFolder lake) : ILakeStorage
{
    /// <summary>The folder.</summary>
    public LakeFolder Lake { get; } = lake;

    /// <inheritdoc/>
    public string Name => Lake.Root;

    /// <inheritdoc/>
    public bool Exists => Lake.Exists;

    /// <inheritdoc/>
    public string Describe(string key) => Lake.At(key);

    /// <inheritdoc/>
    public byte[]? Read(string key, CancellationToken cancellationToken)
    {
        var path = Describe(key);
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // Removed just now.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentException($"{path} cannot be read: {error.Message} {Advice}", error);
        }
    }

    /// <inheritdoc/>
    public bool Has(string key, CancellationToken cancellationToken) => File.Exists(Describe(key));

    /// <inheritdoc/>
    public bool IsTaken(string prefix, CancellationToken cancellationToken) => Directory.Exists(Describe(prefix));

    /// <inheritdoc/>
    public void Write(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => Disk.Try(() =>
    {
        var path = Describe(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Replace(path, content.Span);
    });

    /// <inheritdoc/>
    public IReadOnlyList<StoredFile> Files(string prefix, CancellationToken cancellationToken) => Disk.Try<IReadOnlyList<StoredFile>>(() =>
        new DirectoryInfo(Describe(prefix)) is { Exists: true } folder
            ? [.. folder.EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file => new StoredFile(Path.GetRelativePath(Lake.Root, file.FullName).Replace('\\', '/'), file.Length))
                .OrderBy(file => file.Key, StringComparer.Ordinal)]
            : []);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, long> Sizes(string prefix, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var sizes = new Dictionary<string, long>(files.Count, StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (new FileInfo(Path.Combine(Describe(prefix), file)) is { Exists: true } found)
            {
                sizes[file] = found.Length;
            }
        }

        return sizes;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Folders(string prefix, CancellationToken cancellationToken) => Disk.Try<IReadOnlyList<string>>(() =>
        new DirectoryInfo(Describe(prefix)) is { Exists: true } folder
            ? [.. folder.EnumerateDirectories().Where(entry => entry.LinkTarget is null).Select(entry => entry.Name).Order(StringComparer.Ordinal)]
            : []);

    /// <inheritdoc/>
    public void Delete(string key, CancellationToken cancellationToken)
    {
        OwnKeys.RequireFile(key);
        Disk.Try(() =>
        {
            if (File.Exists(Describe(key)))
            {
                File.Delete(Describe(key));
            }
        });
    }

    /// <inheritdoc/>
    public void DeleteAll(string prefix, CancellationToken cancellationToken)
    {
        OwnKeys.RequirePrefix(prefix);
        Disk.Try(() =>
        {
            if (Directory.Exists(Describe(prefix)))
            {
                Directory.Delete(Describe(prefix), recursive: true);
            }
        });
    }

    /// <inheritdoc/>
    public string WorkFolder(string prefix) => Disk.Try(() => Directory.CreateDirectory(Describe(prefix)).FullName);

    /// <inheritdoc/>
    public void Store(string prefix, IReadOnlyList<string> files, CancellationToken cancellationToken) => Disk.Try(() =>
    {
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AtomicFile.Flush(Path.Combine(Describe(prefix), file));
        }
    });

    /// <inheritdoc/>
    public string Fetch(string prefix, IReadOnlyList<StoredFile> files, CancellationToken cancellationToken) => Describe(prefix);

    /// <inheritdoc/>
    public void Copy(IReadOnlyList<FileCopy> files, CancellationToken cancellationToken) => Disk.Try(() =>
    {
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var target = Describe(file.To);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!HardLink.CreateOrCopy(Describe(file.From), target))
            {
                AtomicFile.Flush(target);
            }
        }
    });

    /// <inheritdoc/>
    public void Forget(string prefix)
    {
        // The work was done in place: what becomes of it is for Store and DeleteAll to say.
    }

    /// <summary>What to do about a pointer or a manifest that cannot be read.</summary>
    internal const string Advice = "Remove it, and the next run builds the table anew.";
}
