using Recommender.AwsEmulator.S3.Checksums;
using Recommender.AwsEmulator.S3.Conditions;

namespace Recommender.AwsEmulator.S3.Multipart;

/// <summary>Makes an object of an upload's parts.</summary>
/// <param name="request">CompleteMultipartUpload.</param>
/// <param name="upload">The upload.</param>
/// <param name="named">The parts that the client names.</param>
internal sealed class UploadCompletion(S3Request request, Upload upload, IReadOnlyList<NamedPart> named)
{
    /// <summary>Makes it.</summary>
    /// <exception cref="Http.AwsFaultException">A part is not as the client says, or too small; the condition does not hold.</exception>
    public async Task<StoredObject> RunAsync(Bucket bucket, WriteCondition condition, CancellationToken cancellationToken)
    {
        var parts = Choose();
        condition.Check(upload.Key, bucket.Find(upload.Key));
        var file = request.Objects.NewTemporaryFile();
        try
        {
            var whole = await JoinAsync(parts, file, cancellationToken);
            var checksum = upload.Checksum.Of(parts, whole);
            CheckWhole(parts, checksum);
            var tags = parts.SelectMany(part => part.Md5).ToArray();
            var stored = bucket.Add(
                file,
                new()
                {
                    Key = upload.Key,
                    ETag = $"{Convert.ToHexStringLower(Checksum.Of("MD5", tags))}-{parts.Count}",
                    Size = parts.Sum(part => part.Size),
                    LastModified = request.Objects.Now(),
                    File = "",
                    Headers = upload.Headers,
                    Checksum = checksum,
                    Parts = [.. parts.Select(part => part.Size)],
                },
                condition);
            upload.End(new(stored, named));
            return stored;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private List<UploadPart> Choose()
    {
        var present = upload.Parts.ToDictionary(part => part.Number);
        var chosen = new List<UploadPart>();
        foreach (var name in named)
        {
            if (!present.TryGetValue(name.Number, out var part) || part.ETag != name.ETag || (name.Checksum is not null && (name.Algorithm, name.Checksum) != (part.Checksum.Algorithm, part.Checksum.Value)))
            {
                throw S3Faults.InvalidPart(upload.Id, name.Number, name.ETag);
            }

            if (name.Checksum is null && upload.Checksum is { Asked: true, Composite: true, Algorithm: var algorithm })
            {
                throw S3Faults.InvalidRequest($"The upload was created using a {algorithm.ToLowerInvariant()} checksum. The complete request must include the checksum for each part. It was missing for part {name.Number} in the request.");
            }

            chosen.Add(part);
        }

        return chosen.SkipLast(1).FirstOrDefault(part => part.Size < UploadPart.SmallestSize) is { } small
            ? throw S3Faults.EntityTooSmall(small.Size, UploadPart.SmallestSize, small.Number, small.ETag)
            : chosen;
    }

    // The checksum of all bytes.
    private async Task<byte[]> JoinAsync(IReadOnlyList<UploadPart> parts, string file, CancellationToken cancellationToken)
    {
        using var checksum = Checksum.Begin(upload.Checksum.Algorithm);
        await using var whole = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[1 << 17];
        foreach (var part in parts)
        {
            await using var bytes = File.OpenRead(part.File);
            for (int read; (read = await bytes.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                checksum.Append(buffer.AsSpan(0, read));
                await whole.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }

        return checksum.End();
    }

    private void CheckWhole(IReadOnlyList<UploadPart> parts, StoredChecksum checksum)
    {
        if (request.Http.Header(Bodies.ChecksumClaim.HeaderOf(checksum.Algorithm)) is { } claimed && claimed != checksum.Value)
        {
            throw new Http.AwsFaultException("BadDigest", $"The {checksum.Algorithm} you specified did not match the calculated checksum.");
        }

        if (request.Http.Number("x-amz-mp-object-size") is { } size && size != parts.Sum(part => part.Size))
        {
            throw S3Faults.InvalidRequest("The provided 'x-amz-mp-object-size' header value does not match what was computed");
        }
    }
}
