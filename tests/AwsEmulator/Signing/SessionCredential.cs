namespace Recommender.AwsEmulator.Signing;

/// <summary>An access key of an assumed role.</summary>
/// <param name="Key">The access key's id.</param>
/// <param name="Secret">The secret.</param>
/// <param name="Token">The session token that goes with it.</param>
/// <param name="Arn">Who it stands for: arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION.</param>
internal sealed record SessionCredential(string Key, string Secret, string Token, string Arn);
