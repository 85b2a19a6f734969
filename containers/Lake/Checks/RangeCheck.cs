using System.Globalization;

namespace Recommender.Lake.Checks;

/// <summary>A numeric column lies within bounds; NULL passes (see <see cref="NotNullCheck"/>).</summary>
/// <param name="Column">The column.</param>
/// <param name="Min">The least accepted value, or null for none.</param>
/// <param name="Max">The greatest accepted value, or null for none.</param>
public sealed record RangeCheck(string Column, double? Min, double? Max) : RowCheck
{
    /// <inheritdoc/>
    public override string Description => $"{Column} is between {Text(Min) ?? "any"} and {Text(Max) ?? "any"}";

    /// <inheritdoc/>
    public override string RowPredicate => Min is null && Max is null ? "false" : string.Join(" or ", Bounds());

    private static string? Text(double? bound) => bound?.ToString("R", CultureInfo.InvariantCulture);

    private IEnumerable<string> Bounds()
    {
        if (Min is not null)
        {
            yield return $"{Column} < {Text(Min)}";
        }

        if (Max is not null)
        {
            yield return $"{Column} > {Text(Max)}";
        }
    }
}
