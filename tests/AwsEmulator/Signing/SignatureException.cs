namespace Recommender.AwsEmulator.Signing;

/// <summary>A request whose signature is not taken. Each protocol says so in its own words.</summary>
/// <param name="problem">Why.</param>
/// <param name="message">A sentence.</param>
internal sealed class SignatureException(SignatureProblem problem, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public SignatureProblem Problem { get; } = problem;
}
