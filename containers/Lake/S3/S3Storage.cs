using System.Collections.Concurrent;
using Amazon.S3;
using Recommender.Lake.Aws;
using Recommender.Lake.Errors;
using Recommender.Lake.Storage;

namespace Recommender.Lake.S3;

/// <summary>
/// A lake on S3: a bucket for each zone. Steps work in local folders, one for each snapshot, in which what was fetched or sent stays: a
/// snapshot's files never change, so that a file of the right size is the file.
/// </summary>
public sealed class S3Storage : ILakeStorage, IVersionedFiles
{
    private readonly AwsLakeSettings _lake;
    private readonly S3Options _options;
    private readonly S3Keys _keys;
    private readonly S3SmallFiles _small;
    private readonly S3Listing _listing;
    private readonly S3Remover _remover;
    private readonly S3Uploader _uploader;
    private readonly S3Downloader _downloader;
    private readonly S3Copier _copier;
    private readonly ConcurrentDictionary<string, Lock> _fetching = new(StringComparer.Ordinal);

    /// <summary>Makes no call yet.</summary>
    /// <param name="lake">The buckets and the local folder.</param>
    /// <param name="client">The client (<see cref="AwsClients.S3"/>).</param>
    /// <param name="options">How files go and come.</param>
    /// <param name="clock">Its timers wait between attempts.</param>
    /// <param name="random">Spreads the waits.</param>
    /// <exception cref="CallerException">The options have faults.</exception>
    public S3Storage(AwsLakeSettings lake, IAmazonS3 client, S3Options options, TimeProvider clock, Random random)
    {
        var faults = options.Faults().ToList();
        if (faults.Count > 0)
        {
            throw new CallerException(string.Join(Environment.NewLine, faults));
        }

        var calls = new S3Calls(client, options, clock, random);
        (_lake, _options) = (lake, options);
        _keys = new S3Keys(lake);
        _small = new S3SmallFiles(calls, _keys);
        _listing = new S3Listing(calls, _keys);
        _remover = new S3Remover(calls, _keys, _listing);
        _uploader = new S3Uploader(calls);
        _downloader = new S3Downloader(calls);
        _copier = new S3Copier(calls);
    }

    /// <inheritdoc/>
    public string Name => _lake.Name;

    /// <summary>Always: the stack made the buckets, and a call says so where it did not.</summary>
    public bool Exists => true;

    /// <inheritdoc/>
    public string Describe(string key) => _keys.Of(key).ToString();

    /// <inheritdoc/>
    public byte[]? Read(string key, CancellationToken cancellationToken) => Look(key, cancellationToken)?.Content;

    /// <inheritdoc/>
    public bool Has(string key, CancellationToken cancellationToken) => Wait(_small.HasAsync(key, cancellationToken));

    /// <inheritdoc/>
    public bool IsTaken(string prefix, CancellationToken cancellationToken) =>
        Directory.Exists(LocalFolder(prefix)) || Wait(_listing.HasAnyAsync(prefix, cancellationToken));

    /// <inheritdoc/>
    public void Write(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        _small.WriteAsync(key, content, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public VersionedFile? Look(string key, CancellationToken cancellationToken) => Wait(_small.LookAsync(key, cancellationToken));

    /// <inheritdoc/>
    public string? WriteNew(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Wait(_small.WriteIfAsync(key, content, version: null, cancellationToken));

    /// <inheritdoc/>
    public string? Replace(string key, ReadOnlyMemory<byte> content, string version, CancellationToken cancellationToken) =>
        Wait(_small.WriteIfAsync(key, content, version, cancellationToken));

    /// <inheritdoc/>
    public bool RemoveLock(string key, string version, CancellationToken cancellationToken)
    {
        OwnKeys.RequireLock(key);
        return Wait(_small.RemoveIfAsync(key, version, cancellationToken));
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredFile> Files(string prefix, CancellationToken cancellationToken) => Wait(_listing.FilesAsync(prefix, cancellationToken));

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, long> Sizes(string prefix, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var wanted = files.ToHashSet(StringComparer.Ordinal);
        return wanted.Count == 0
            ? new Dictionary<string, long>()
            : Files(prefix, cancellationToken)
                .Select(file => file with { Key = file.Key[(prefix.Length + 1)..] })
                .Where(file => wanted.Contains(file.Key))
                .ToDictionary(file => file.Key, file => file.Bytes, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Folders(string prefix, CancellationToken cancellationToken) => Wait(_listing.FoldersAsync(prefix, cancellationToken));

    /// <inheritdoc/>
    public void Delete(string key, CancellationToken cancellationToken) => _remover.RemoveAsync(key, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void DeleteAll(string prefix, CancellationToken cancellationToken) => _remover.RemoveAllAsync(prefix, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public string WorkFolder(string prefix) => Local(() => Directory.CreateDirectory(LocalFolder(prefix)).FullName);

    /// <inheritdoc/>
    public void Store(string prefix, IReadOnlyList<string> files, CancellationToken cancellationToken) => Each(
        files, (file, lanes, token) => _uploader.SendAsync(Path.Combine(LocalFolder(prefix), file), _keys.Of($"{prefix}/{file}"), lanes, token), cancellationToken);

    /// <inheritdoc/>
    public string Fetch(string prefix, IReadOnlyList<StoredFile> files, CancellationToken cancellationToken)
    {
        var folder = WorkFolder(prefix);
        lock (_fetching.GetOrAdd(prefix, _ => new Lock()))
        {
            var missing = files.Where(file => new FileInfo(Path.Combine(folder, file.Key)) is not { Exists: true } found || found.Length != file.Bytes);
            Each([.. missing], (file, lanes, token) => _downloader.BringAsync(_keys.Of($"{prefix}/{file.Key}"), Path.Combine(folder, file.Key), file.Bytes, lanes, token), cancellationToken);
        }

        return folder;
    }

    /// <inheritdoc/>
    public void Copy(IReadOnlyList<FileCopy> files, CancellationToken cancellationToken) => Each(
        files, (file, lanes, token) => _copier.CopyAsync(_keys.Of(file.From), _keys.Of(file.To), file.Bytes, lanes, token), cancellationToken);

    /// <inheritdoc/>
    public void Forget(string prefix)
    {
        OwnKeys.RequirePrefix(prefix);
        Local(() =>
        {
            if (Directory.Exists(LocalFolder(prefix)))
            {
                Directory.Delete(LocalFolder(prefix), recursive: true);
            }

            return true;
        });
    }

    private string LocalFolder(string prefix) => Path.Combine(_lake.WorkFolder, prefix.Replace('/', Path.DirectorySeparatorChar));

    private static T Wait<T>(Task<T> work) => work.GetAwaiter().GetResult();

    private static T Local<T>(Func<T> work) => Snapshots.Disk.Try(work);

    /// <summary>Works on files side by side; what a few large ones leave of the calls that there may be at once is for their parts.</summary>
    private void Each<T>(IReadOnlyList<T> files, Func<T, int, CancellationToken, Task> work, CancellationToken cancellationToken) => Local(() =>
    {
        var atOnce = Math.Clamp(files.Count, 1, _options.Parallel);
        Parallel.ForEachAsync(
            files,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
            async (file, token) => await work(file, _options.Parallel / atOnce, token).ConfigureAwait(false)).GetAwaiter().GetResult();
        return true;
    });
}
