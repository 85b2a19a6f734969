namespace Recommender.Infra.Observability.Charts;

/// <summary>Charts under one heading.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Charts">The charts.</param>
internal sealed record ChartSection(string Heading, params IReadOnlyList<Chart> Charts);
