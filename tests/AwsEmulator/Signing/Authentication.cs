namespace Recommender.AwsEmulator.Signing;

/// <summary>A request whose signature is right.</summary>
/// <param name="Signed">What it said of it.</param>
/// <param name="Key">The key it is signed with, for what is signed further on in its body.</param>
internal sealed record Authentication(SignedRequest Signed, SigningKey Key);
