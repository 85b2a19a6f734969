using Pulumi;

namespace Recommender.Infra.Observability;

/// <summary>An Athena workgroup.</summary>
/// <param name="Label">What charts call it: letters only.</param>
/// <param name="Name">Its name.</param>
public sealed record Workgroup(string Label, Input<string> Name);
