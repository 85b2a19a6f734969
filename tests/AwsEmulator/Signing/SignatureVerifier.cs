using System.Security.Cryptography;
using System.Text;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.Signing;

/// <summary>Checks the signatures of requests.</summary>
/// <param name="credentials">Whose are taken.</param>
/// <param name="region">The region that they must be for.</param>
/// <param name="clock">The clock of their age: the machine's own, for clients sign by it whatever clock the emulator's dates follow.</param>
internal sealed class SignatureVerifier(CredentialStore credentials, string region, TimeProvider clock)
{
    /// <summary>The word that stands in place of the hash of a payload that is not signed.</summary>
    public const string Unsigned = "UNSIGNED-PAYLOAD";

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(15);

    /// <summary>The region that requests must be signed for.</summary>
    public string Region => region;

    /// <summary>Checks a request of S3, where a header gives the payload's hash; whoever reads the payload compares it.</summary>
    /// <exception cref="SignatureException">It is not taken.</exception>
    public Authentication Verify(EmulatorRequest request)
    {
        var signed = SignedRequest.Read(request);
        var payload = request.Header("x-amz-content-sha256")
            ?? (signed.Expires is not null ? Unsigned : throw new SignatureException(SignatureProblem.Malformed, "Missing required header for this request: x-amz-content-sha256"));
        return Verify(request, signed, payload);
    }

    /// <summary>Checks a request whose payload is there.</summary>
    /// <exception cref="SignatureException">It is not taken.</exception>
    public Authentication Verify(EmulatorRequest request, string body) => Verify(request, SignedRequest.Read(request), SigningKey.Hash(body));

    private Authentication Verify(EmulatorRequest request, SignedRequest signed, string payload)
    {
        var key = new SigningKey(credentials.SecretOf(signed.Key, signed.Token), signed);
        var canonical = CanonicalRequest.Of(request, signed, payload);
        var text = $"{SignedRequest.Algorithm}\n{signed.Time}\n{signed.Scope}\n{SigningKey.Hash(canonical)}";
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key.Sign(text)), Encoding.UTF8.GetBytes(signed.Signature)))
        {
            throw new SignatureException(SignatureProblem.Mismatch, $"The request signature we calculated does not match the signature you provided. Check your key and signing method. The canonical request was:\n{canonical}");
        }

        CheckTime(signed);
        return signed.Region == region
            ? new(signed, key)
            : throw new SignatureException(SignatureProblem.WrongRegion, $"the region '{signed.Region}' is wrong; expecting '{region}'");
    }

    private void CheckTime(SignedRequest signed)
    {
        var age = clock.GetUtcNow() - signed.SignedAt;
        if (signed.Expires is { } lifetime ? age > lifetime || age < -_patience : age.Duration() > _patience)
        {
            throw new SignatureException(SignatureProblem.Skewed, signed.Expires is null ? "The difference between the request time and the current time is too large." : "Request has expired");
        }
    }
}
