using Amazon.S3.Model;
using Recommender.Lake.Storage;

namespace Recommender.Lake.S3;

/// <summary>What lies below a prefix, page by page.</summary>
/// <param name="calls">Makes the calls.</param>
/// <param name="keys">Knows the buckets.</param>
internal sealed class S3Listing(S3Calls calls, S3Keys keys)
{
    /// <summary>All files, sorted by key (ordinal).</summary>
    public async Task<IReadOnlyList<StoredFile>> FilesAsync(string prefix, CancellationToken cancellationToken)
    {
        var zone = prefix[..(prefix.IndexOf('/', StringComparison.Ordinal) + 1)];
        var files = new List<StoredFile>();
        await foreach (var page in S3Pages.OfAsync(calls, keys.Of(prefix), delimiter: null, most: null, cancellationToken).ConfigureAwait(false))
        {
            // An object whose key ends in a slash stands for a folder in some consoles.
            files.AddRange((page.S3Objects ?? []).Where(file => !file.Key.EndsWith('/')).Select(file => new StoredFile(zone + file.Key, file.Size ?? 0)));
        }

        files.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return files;
    }

    /// <summary>The names of the folders directly below, sorted (ordinal).</summary>
    public async Task<IReadOnlyList<string>> FoldersAsync(string prefix, CancellationToken cancellationToken)
    {
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var page in S3Pages.OfAsync(calls, keys.Of(prefix), delimiter: "/", most: null, cancellationToken).ConfigureAwait(false))
        {
            folders.UnionWith((page.CommonPrefixes ?? []).Select(folder => folder.TrimEnd('/')).Select(folder => folder[(folder.LastIndexOf('/') + 1)..]));
        }

        return [.. folders];
    }

    /// <summary>Whether there is anything.</summary>
    public async Task<bool> HasAnyAsync(string prefix, CancellationToken cancellationToken)
    {
        await foreach (var page in S3Pages.OfAsync(calls, keys.Of(prefix), delimiter: null, most: 1, cancellationToken).ConfigureAwait(false))
        {
            return page.S3Objects is { Count: > 0 };
        }

        return false;
    }
}
