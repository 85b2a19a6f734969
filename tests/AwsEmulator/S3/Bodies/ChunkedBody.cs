using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Signing;

namespace Recommender.AwsEmulator.S3.Bodies;

/// <summary>
/// The aws-chunked coding: chunks of LENGTH in hexadecimal digits, ;chunk-signature=… where they are signed, and the bytes; then one of no bytes; then trailing
/// headers, with x-amz-trailer-signature where the chunks are signed.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html</remarks>
/// <param name="lines">The body as it comes.</param>
/// <param name="authentication">Whose signature the first chunk's follows; null where chunks are not signed.</param>
internal sealed class ChunkedBody(LineReader lines, Authentication? authentication)
{
    private const int LongestChunk = 1 << 26;
    private static readonly string _empty = SigningKey.Hash("");
    private string _previous = authentication?.Signed.Signature ?? "";

    /// <summary>The trailing headers, by name in lower case; there from the end of the last chunk on.</summary>
    public Dictionary<string, string> Trailers { get; } = [];

    /// <summary>Reads the next chunk.</summary>
    /// <param name="trailers">Whether trailing headers follow the last one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its bytes; none after the last one.</returns>
    /// <exception cref="AwsFaultException">The coding or a signature is wrong.</exception>
    public async Task<byte[]> ReadAsync(bool trailers, CancellationToken cancellationToken)
    {
        var parts = (await lines.ReadLineAsync(cancellationToken)).Split(";chunk-signature=");
        if (!int.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length is < 0 or > LongestChunk)
        {
            throw new AwsFaultException("IncompleteBody", $"'{parts[0]}' is no length of a chunk");
        }

        var bytes = await lines.ReadBytesAsync(length, cancellationToken);
        Check("AWS4-HMAC-SHA256-PAYLOAD", $"{_empty}\n{SigningKey.Hash(bytes)}", parts.ElementAtOrDefault(1));
        if (length > 0 || !trailers)
        {
            await lines.ReadEndOfLineAsync(cancellationToken);
        }

        if (length == 0 && trailers)
        {
            await ReadTrailersAsync(cancellationToken);
        }

        return bytes;
    }

    private async Task ReadTrailersAsync(CancellationToken cancellationToken)
    {
        for (string line; (line = await lines.ReadLineAsync(cancellationToken)).Length > 0;)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            Trailers[(colon < 0 ? throw new AwsFaultException("MalformedTrailerError", $"'{line}' is no trailing header") : line[..colon]).Trim().ToLowerInvariant()] = line[(colon + 1)..].Trim();
        }

        if (authentication is not null)
        {
            Trailers.Remove("x-amz-trailer-signature", out var signature);
            var text = string.Concat(Trailers.OrderBy(trailer => trailer.Key, StringComparer.Ordinal).Select(trailer => $"{trailer.Key}:{trailer.Value}\n"));
            Check("AWS4-HMAC-SHA256-TRAILER", SigningKey.Hash(text), signature);
        }
    }

    private void Check(string algorithm, string hashes, string? signature)
    {
        if (authentication is null)
        {
            return;
        }

        var signed = authentication.Signed;
        var expected = authentication.Key.Sign($"{algorithm}\n{signed.Time}\n{signed.Scope}\n{_previous}\n{hashes}");
        if (signature is null || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(signature)))
        {
            throw S3Faults.SignatureDoesNotMatch($"The signature of a chunk does not match ({algorithm})");
        }

        _previous = signature;
    }
}
