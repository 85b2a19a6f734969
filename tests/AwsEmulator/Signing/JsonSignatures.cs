using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.Signing;

/// <summary>What the JSON services say of signatures that they do not take.</summary>
internal static class JsonSignatures
{
    /// <summary>Checks a request's signature.</summary>
    /// <exception cref="AwsFaultException">It is not taken.</exception>
    public static void Verify(SignatureVerifier verifier, EmulatorRequest request, string body)
    {
        try
        {
            verifier.Verify(request, body);
        }
        catch (SignatureException wrong)
        {
            throw new AwsFaultException(CodeOf(wrong.Problem), wrong.Message);
        }
    }

    private static string CodeOf(SignatureProblem problem) => problem switch
    {
        SignatureProblem.Missing => "MissingAuthenticationTokenException",
        SignatureProblem.Malformed => "IncompleteSignatureException",
        SignatureProblem.UnknownKey or SignatureProblem.WrongToken => "UnrecognizedClientException",
        SignatureProblem.WrongRegion or SignatureProblem.Skewed or SignatureProblem.Mismatch => "InvalidSignatureException",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "an unknown problem of a signature"),
    };
}
