namespace Recommender.Lake.Building;

/// <summary>How far a query is.</summary>
/// <param name="Fraction">Share done, 0 to 1, or -1 where unknown.</param>
/// <param name="Rows">Rows read so far, or 0 where unknown.</param>
public readonly record struct QueryProgress(double Fraction, long Rows)
{
    /// <summary>Nothing is known.</summary>
    public static QueryProgress Unknown { get; } = new(-1, 0);
}
