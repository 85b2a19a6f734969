using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Win32.SafeHandles;
using Recommender.Lake.Errors;

namespace Recommender.Lake.S3;

/// <summary>Brings objects to local files: under another name first, so that a file of the right name is whole.</summary>
/// <param name="calls">Makes the calls.</param>
internal sealed class S3Downloader(S3Calls calls)
{
    private int _number;

    /// <summary>Brings an object.</summary>
    /// <param name="from">The object.</param>
    /// <param name="to">The file to make, or to replace.</param>
    /// <param name="bytes">The size that it must have.</param>
    /// <param name="lanes">How many of its ranges may be on their way at once.</param>
    /// <param name="cancellationToken">Stops it; the file is not there then.</param>
    /// <exception cref="EnvironmentException">It is missing or of another size, or did not come whole in any attempt.</exception>
    public async Task BringAsync(S3Location from, string to, long bytes, int lanes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        var partial = $"{to}.{Environment.ProcessId}-{Interlocked.Increment(ref _number)}.partial";
        try
        {
            await calls.RetryAsync(
                async _ =>
                {
                    await BringWholeAsync(from, partial, bytes, lanes, cancellationToken).ConfigureAwait(false);
                    return true;
                },
                error => error.InnerException is InvalidDataException,
                cancellationToken).ConfigureAwait(false);
            File.Move(partial, to, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentException($"{from} cannot be written to {to}: {error.Message}", error);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private async Task BringWholeAsync(S3Location from, string file, long bytes, int lanes, CancellationToken cancellationToken)
    {
        var request = new GetObjectMetadataRequest { BucketName = from.Bucket, Key = from.Key, ChecksumMode = ChecksumMode.ENABLED };
        var found = await calls.DoAsync("HeadObject", from, s3 => s3.GetObjectMetadataAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (found.ContentLength != bytes)
        {
            throw new EnvironmentException($"{from} has {found.ContentLength} bytes, not {bytes}: its snapshot is damaged");
        }

        using (var handle = File.OpenHandle(file, FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.Asynchronous, preallocationSize: bytes))
        {
            await Parallel.ForEachAsync(
                S3Ranges.Of(bytes, calls.Options.Part),
                new ParallelOptions { MaxDegreeOfParallelism = lanes, CancellationToken = cancellationToken },
                async (range, token) => await calls.RetryAsync(_ => BringRangeAsync(from, found.ETag, handle, range, token), S3SmallFiles.BrokeOff, token).ConfigureAwait(false))
                .ConfigureAwait(false);
        }

        if (S3Checksum.Of(found.ChecksumType, found.ChecksumCRC32, found.ChecksumCRC32C, found.ChecksumCRC64NVME) is { } checksum)
        {
            var crc = checksum.Make();
            await crc.AddAsync(file, 0, bytes, cancellationToken).ConfigureAwait(false);
            if (crc.Text != checksum.Text)
            {
                throw new EnvironmentException($"{from} did not come as it lies there: its checksum is {checksum.Text}, not {crc.Text}", new InvalidDataException());
            }
        }
    }

    private async Task<bool> BringRangeAsync(S3Location from, string tag, SafeFileHandle file, (long Offset, long Length) range, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest
        {
            BucketName = from.Bucket, Key = from.Key, EtagToMatch = tag, ByteRange = new ByteRange(range.Offset, range.Offset + range.Length - 1),
        };
        using var answer = await calls.DoAsync("GetObject", from, s3 => s3.GetObjectAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
        await S3Body.ReadAsync(
            answer.ResponseStream,
            from,
            range.Length,
            calls.Options.Silence,
            (piece, begin) => RandomAccess.WriteAsync(file, piece, range.Offset + begin, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return true;
    }
}
