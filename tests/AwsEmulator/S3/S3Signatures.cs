using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Signing;

namespace Recommender.AwsEmulator.S3;

/// <summary>What S3 says of signatures that it does not take.</summary>
internal static class S3Signatures
{
    /// <summary>Checks a request's signature.</summary>
    /// <exception cref="AwsFaultException">It is not taken.</exception>
    public static Authentication Verify(SignatureVerifier verifier, EmulatorRequest request)
    {
        try
        {
            return verifier.Verify(request);
        }
        catch (SignatureException wrong)
        {
            throw Say(wrong, verifier.Region);
        }
    }

    private static AwsFaultException Say(SignatureException wrong, string region) => wrong.Problem switch
    {
        SignatureProblem.Missing => new("AccessDenied", "Access Denied", 403),
        SignatureProblem.Malformed => new("AuthorizationHeaderMalformed", $"The authorization header is malformed; {wrong.Message}"),
        SignatureProblem.WrongRegion => new("AuthorizationHeaderMalformed", $"The authorization header is malformed; {wrong.Message}") { Details = new Dictionary<string, string> { ["Region"] = region } },
        SignatureProblem.UnknownKey => new("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", 403),
        SignatureProblem.WrongToken => new("InvalidToken", "The provided token is malformed or otherwise invalid."),
        SignatureProblem.Skewed when wrong.Message.Contains("expired", StringComparison.Ordinal) => new("AccessDenied", wrong.Message, 403),
        SignatureProblem.Skewed => new("RequestTimeTooSkewed", wrong.Message, 403),
        SignatureProblem.Mismatch => S3Faults.SignatureDoesNotMatch(wrong.Message),
        _ => throw new ArgumentOutOfRangeException(nameof(wrong), wrong.Problem, "an unknown problem of a signature"),
    };
}
