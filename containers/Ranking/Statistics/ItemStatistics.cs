namespace Recommender.Ranking.Statistics;

/// <summary>
/// Counts per item, each fold's over the users of the other folds (<see cref="StatisticFolds"/>): what a row about a user may
/// see of items. Immutable once filled; about 4 × 5 × 11 bytes an item.
/// </summary>
/// <param name="items">Number of items.</param>
internal sealed class ItemStatistics(int items)
{
    /// <summary>Columns of a row.</summary>
    public static readonly int Columns = Enum.GetValues<ItemStatistic>().Length;

    private readonly float[] _values = new float[checked(StatisticFolds.Count * items * Columns)];

    /// <summary>Number of items.</summary>
    public int Items => items;

    /// <summary>The row of a fold and an item, by <see cref="ItemStatistic"/>; all 0 where nobody of the other folds has the item.</summary>
    public ReadOnlySpan<float> Of(int fold, int item) => Room(fold, item);

    /// <summary>The row, to be filled.</summary>
    internal Span<float> Room(int fold, int item) => _values.AsSpan(((fold * items) + item) * Columns, Columns);
}
