using System.Security.Cryptography;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3.Checksums;
using Recommender.AwsEmulator.Signing;

namespace Recommender.AwsEmulator.S3.Bodies;

/// <summary>Receives bodies, decodes them and checks them against what their requests say: length, hash, MD5, checksum, signatures of chunks.</summary>
/// <param name="objects">Gives the temporary files.</param>
internal sealed class BodyReceiver(ObjectStore objects)
{
    private const string Streaming = "STREAMING-";
    private const string SignedChunks = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private const string TrailerSuffix = "-TRAILER";

    /// <summary>Receives a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="authentication">Its signature.</param>
    /// <param name="fallback">The checksum to make where the request names none.</param>
    /// <param name="cancellationToken">The client went away.</param>
    /// <exception cref="AwsFaultException">The body is not what the request says.</exception>
    public async Task<ReceivedBody> ReceiveAsync(EmulatorRequest request, Authentication authentication, string fallback, CancellationToken cancellationToken)
    {
        var claim = ChecksumClaim.Read(request);
        var file = objects.NewTemporaryFile();
        try
        {
            using var md5 = Checksum.Begin("MD5");
            using var checksum = Checksum.Begin(claim?.Algorithm ?? fallback);
            using var hash = Checksum.Begin("SHA256");
            long size = 0;
            Dictionary<string, string> trailers;
            await using (var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16))
            {
                trailers = await ReadAsync(request, authentication, Take, cancellationToken);

                async Task Take(ReadOnlyMemory<byte> bytes)
                {
                    md5.Append(bytes.Span);
                    checksum.Append(bytes.Span);
                    hash.Append(bytes.Span);
                    size += bytes.Length;
                    await stream.WriteAsync(bytes, cancellationToken);
                }
            }

            var sums = new BodySums(size, md5.End(), checksum.End(), Convert.ToHexStringLower(hash.End()));
            BodyCheck.Check(request, claim, trailers, sums);
            var stored = new StoredChecksum(claim?.Algorithm ?? fallback, Convert.ToBase64String(sums.Checksum));
            return new(file, size, sums.Md5, stored, claim is not null);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }

    private static async Task<Dictionary<string, string>> ReadAsync(EmulatorRequest request, Authentication authentication, Func<ReadOnlyMemory<byte>, Task> take, CancellationToken cancellationToken)
    {
        var payload = request.Header("x-amz-content-sha256") ?? SignatureVerifier.Unsigned;
        var body = request.Context.Request.Body;
        if (!payload.StartsWith(Streaming, StringComparison.Ordinal))
        {
            var buffer = new byte[1 << 16];
            for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                await take(buffer.AsMemory(0, read));
            }

            return [];
        }

        var chunks = new ChunkedBody(new LineReader(body), payload.StartsWith(SignedChunks, StringComparison.Ordinal) ? authentication : null);
        for (byte[] chunk; (chunk = await chunks.ReadAsync(payload.EndsWith(TrailerSuffix, StringComparison.Ordinal), cancellationToken)).Length > 0;)
        {
            await take(chunk);
        }

        return chunks.Trailers;
    }
}
