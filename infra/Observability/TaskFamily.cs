using Pulumi;

namespace Recommender.Infra.Observability;

/// <summary>All revisions of a task definition.</summary>
/// <param name="Label">What charts call it.</param>
/// <param name="Name">The family's name.</param>
public sealed record TaskFamily(string Label, Input<string> Name);
