using Recommender.AwsEmulator.S3.Bodies;
using Recommender.AwsEmulator.S3.Checksums;
using Recommender.AwsEmulator.S3.Conditions;

namespace Recommender.AwsEmulator.S3.Operations;

/// <summary>The object that a request copies from.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its key.</param>
internal sealed record CopySource(string Bucket, string Key)
{
    /// <summary>Reads x-amz-copy-source: /BUCKET/KEY with or without the first slash, encoded.</summary>
    /// <exception cref="Http.AwsFaultException">It is something else.</exception>
    public static CopySource Read(S3Request request)
    {
        var header = request.Http.Header("x-amz-copy-source") ?? "";
        if (header.Contains("?versionId=", StringComparison.Ordinal))
        {
            throw S3Faults.NotImplemented("versionId");
        }

        return Uri.UnescapeDataString(header).TrimStart('/').Split('/', 2) is [{ Length: > 0 } bucket, { Length: > 0 } key]
            ? new(bucket, key)
            : throw S3Faults.InvalidArgument("Invalid copy source object key", "x-amz-copy-source", header);
    }

    /// <summary>Copies its bytes to a file of their own, if the request's conditions on it hold.</summary>
    /// <param name="request">The request.</param>
    /// <param name="choose">Which of the bytes; and refuses objects that cannot be copied.</param>
    /// <param name="algorithm">The checksum to make of them, given what the source has.</param>
    /// <param name="cancellationToken">The client went away.</param>
    /// <returns>The source and the file.</returns>
    /// <exception cref="Http.AwsFaultException">There is no such object, or a condition does not hold.</exception>
    public async Task<(StoredObject Source, ReceivedBody Body)> CopyAsync(S3Request request, Func<StoredObject, ByteRange?> choose, Func<StoredObject, string> algorithm, CancellationToken cancellationToken)
    {
        var (stored, stream) = request.Objects.Named(Bucket).Open(Key, new ReadCondition(request.Http, ReadCondition.CopySource).Check);
        await using (stream)
        {
            var range = choose(stored);
            stream.Position = range?.From ?? 0;
            var left = range?.Length ?? stored.Size;
            var (file, size, name) = (request.Objects.NewTemporaryFile(), left, algorithm(stored));
            using var md5 = Checksum.Begin("MD5");
            using var checksum = Checksum.Begin(name);
            await using var copy = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            var buffer = new byte[1 << 16];
            while (left > 0)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancellationToken);
                md5.Append(buffer.AsSpan(0, read));
                checksum.Append(buffer.AsSpan(0, read));
                await copy.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                left -= read > 0 ? read : throw new IOException($"{Bucket}/{Key} is shorter than it was");
            }

            return (stored, new(file, size, md5.End(), new(name, Convert.ToBase64String(checksum.End())), Sent: false));
        }
    }
}
