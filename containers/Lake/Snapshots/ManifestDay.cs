namespace Recommender.Lake.Snapshots;

/// <summary>One day of a day-partitioned table.</summary>
/// <param name="Fingerprint">The hash of what the day's rows follow from.</param>
/// <param name="BuiltBy">The snapshot that built the day; later snapshots carry it over unchanged.</param>
/// <param name="Rows">Rows of the day.</param>
public sealed record ManifestDay(string Fingerprint, string BuiltBy, long Rows);
