using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Signing;

namespace Recommender.AwsEmulator.S3.Bodies;

/// <summary>Compares a body with what its request says of it.</summary>
internal static class BodyCheck
{
    private const int Md5Bytes = 16;

    /// <summary>Compares.</summary>
    /// <exception cref="AwsFaultException">They differ.</exception>
    public static void Check(EmulatorRequest request, ChecksumClaim? claim, Dictionary<string, string> trailers, BodySums sums)
    {
        CheckLength(request, sums);
        CheckHash(request, sums);
        CheckMd5(request, sums);
        if (claim is not null)
        {
            CheckChecksum(claim, trailers, sums);
        }
    }

    private static void CheckLength(EmulatorRequest request, BodySums sums)
    {
        if (request.Number("x-amz-decoded-content-length") is { } length && length != sums.Size)
        {
            throw new AwsFaultException("IncompleteBody", "The request body terminated unexpectedly");
        }
    }

    private static void CheckHash(EmulatorRequest request, BodySums sums)
    {
        if (request.Header("x-amz-content-sha256") is { Length: 64 } hash && hash != SignatureVerifier.Unsigned && hash != sums.Sha256)
        {
            throw new AwsFaultException("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.")
            {
                Details = new Dictionary<string, string> { ["ClientComputedContentSHA256"] = hash, ["S3ComputedContentSHA256"] = sums.Sha256 },
            };
        }
    }

    private static void CheckMd5(EmulatorRequest request, BodySums sums)
    {
        if (request.Header("Content-MD5") is not { } text)
        {
            return;
        }

        var expected = new byte[Md5Bytes];
        if (!Convert.TryFromBase64String(text, expected, out var written) || written != Md5Bytes)
        {
            throw new AwsFaultException("InvalidDigest", "The Content-MD5 you specified was invalid.");
        }

        if (!expected.AsSpan().SequenceEqual(sums.Md5))
        {
            throw new AwsFaultException("BadDigest", "The Content-MD5 you specified did not match what we received.")
            {
                Details = new Dictionary<string, string> { ["ExpectedDigest"] = text, ["CalculatedDigest"] = Convert.ToBase64String(sums.Md5) },
            };
        }
    }

    private static void CheckChecksum(ChecksumClaim claim, Dictionary<string, string> trailers, BodySums sums)
    {
        var value = claim.Value ?? trailers.GetValueOrDefault(ChecksumClaim.HeaderOf(claim.Algorithm))
            ?? throw new AwsFaultException("MalformedTrailerError", "The request contained trailing data that was not well-formed or did not conform to our published schema.");
        var expected = new byte[sums.Checksum.Length];
        if (!Convert.TryFromBase64String(value, expected, out var written) || written != expected.Length)
        {
            throw new AwsFaultException("InvalidRequest", $"Value for {ChecksumClaim.HeaderOf(claim.Algorithm)} header is invalid.");
        }

        if (!expected.AsSpan().SequenceEqual(sums.Checksum))
        {
            throw new AwsFaultException("BadDigest", $"The {claim.Algorithm} you specified did not match the calculated checksum.");
        }
    }
}
