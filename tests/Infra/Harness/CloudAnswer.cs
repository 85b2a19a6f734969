namespace Recommender.Infra.Tests.Harness;

/// <summary>What AWS would answer to the making of a resource.</summary>
/// <param name="Id">The resource's id.</param>
/// <param name="Arn">Its ARN; null where it has none.</param>
/// <param name="More">Further outputs.</param>
internal sealed record CloudAnswer(string Id, string? Arn, params (string Output, object Value)[] More);
