using Pulumi;

namespace Recommender.Infra.Policies;

/// <summary>A condition of a statement.</summary>
/// <param name="Operator">Such as <c>StringEquals</c>.</param>
/// <param name="Key">Such as <c>aws:SourceAccount</c>.</param>
/// <param name="Values">The values, one of which must match.</param>
public sealed record PolicyCondition(string Operator, string Key, params IReadOnlyList<Input<string>> Values);
