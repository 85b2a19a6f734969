using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3.Checksums;

namespace Recommender.AwsEmulator.S3.Bodies;

/// <summary>The checksum that a request says its body has.</summary>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="Value">Base64; null where it comes behind the body.</param>
internal sealed record ChecksumClaim(string Algorithm, string? Value)
{
    /// <summary>The header, in lower case, that a checksum of an algorithm is sent in.</summary>
    public static string HeaderOf(string algorithm) => $"x-amz-checksum-{algorithm.ToLowerInvariant()}";

    /// <summary>Reads it.</summary>
    /// <returns>Null where the request names none.</returns>
    /// <exception cref="AwsFaultException">It names several, or one that does not come.</exception>
    public static ChecksumClaim? Read(EmulatorRequest request)
    {
        if (request.Context.Request.Method == "POST" && request.Query.Any(pair => pair.Key == "uploadId"))
        {
            return null; // CompleteMultipartUpload: what it names is the object's.
        }

        var trailing = request.Header("x-amz-trailer")?.ToLowerInvariant();
        var claims = Checksum.Algorithms
            .Select(algorithm => trailing == HeaderOf(algorithm) ? new ChecksumClaim(algorithm, null) : request.Header(HeaderOf(algorithm)) is { } value ? new(algorithm, value) : null)
            .OfType<ChecksumClaim>()
            .ToList();
        return claims switch
        {
            [var claim] => claim,
            { Count: > 1 } => throw new AwsFaultException("InvalidRequest", "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed."),
            _ when request.Header("x-amz-sdk-checksum-algorithm") is { } named && !named.Equals("MD5", StringComparison.OrdinalIgnoreCase) =>
                throw new AwsFaultException("InvalidRequest", "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found."),
            _ => null,
        };
    }
}
