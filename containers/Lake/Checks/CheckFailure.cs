namespace Recommender.Lake.Checks;

/// <summary>A check that did not hold.</summary>
/// <param name="Check">The check.</param>
/// <param name="Offending">How many rows (or keys) offend.</param>
/// <param name="Sample">Up to five of them as text, a header line first.</param>
internal sealed record CheckFailure(Check Check, long Offending, IReadOnlyList<string> Sample);
