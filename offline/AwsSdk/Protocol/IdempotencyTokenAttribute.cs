namespace Recommender.AwsSdk.Protocol;

/// <summary>A member that gets a new GUID where the caller left it out, so that a retry of the same call is not done twice.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdempotencyTokenAttribute : Attribute;
