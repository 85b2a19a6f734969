using Amazon.S3;
using Recommender.Lake.Aws;
using Recommender.Lake.Errors;
using Recommender.Lake.Storage;

namespace Recommender.Lake.S3;

/// <summary>Files that lie together on S3 and belong to no lake, such as a delivery's. It only reads.</summary>
public sealed class S3Folder
{
    private readonly S3Location _at;
    private readonly S3Calls _calls;

    /// <summary>Makes no call yet.</summary>
    /// <param name="address"><c>s3://BUCKET/PREFIX/</c>; the slash at the end may be left out.</param>
    /// <param name="client">The client (<see cref="AwsClients.S3"/>).</param>
    /// <param name="options">How files come.</param>
    /// <param name="clock">Its timers wait between attempts.</param>
    /// <param name="random">Spreads the waits.</param>
    /// <exception cref="CallerException">The address is none.</exception>
    public S3Folder(string address, IAmazonS3 client, S3Options options, TimeProvider clock, Random random)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != "s3" || uri.Host.Length == 0 || uri.AbsolutePath.Trim('/').Length == 0)
        {
            throw new CallerException($"'{address}' is no folder on S3: write s3://BUCKET/FOLDER/");
        }

        _at = new S3Location(uri.Host, Uri.UnescapeDataString(uri.AbsolutePath).Trim('/'));
        _calls = new S3Calls(client, options, clock, random);
    }

    /// <summary>The files that lie directly in it, by name.</summary>
    /// <exception cref="EnvironmentException">S3 cannot be read, or there is no such bucket.</exception>
    public IReadOnlyList<StoredFile> Files(CancellationToken cancellationToken) => FilesAsync(cancellationToken).GetAwaiter().GetResult();

    /// <summary>Brings a file, whole.</summary>
    /// <param name="file">One of <see cref="Files"/>.</param>
    /// <param name="to">The local file to make.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EnvironmentException">It is gone or of another size by now, or did not come whole in any attempt.</exception>
    public void Bring(StoredFile file, string to, CancellationToken cancellationToken) =>
        new S3Downloader(_calls).BringAsync(new S3Location(_at.Bucket, $"{_at.Key}/{file.Key}"), to, file.Bytes, _calls.Options.Parallel, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override string ToString() => _at.ToString();

    private async Task<IReadOnlyList<StoredFile>> FilesAsync(CancellationToken cancellationToken)
    {
        var files = new List<StoredFile>();
        await foreach (var page in S3Pages.OfAsync(_calls, _at, delimiter: "/", most: null, cancellationToken).ConfigureAwait(false))
        {
            files.AddRange((page.S3Objects ?? []).Select(file => new StoredFile(file.Key[(_at.Key.Length + 1)..], file.Size ?? 0)).Where(file => file.Key.Length > 0));
        }

        return files;
    }
}
