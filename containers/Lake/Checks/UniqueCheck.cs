namespace Recommender.Lake.Checks;

/// <summary>No two rows share a key.</summary>
/// <param name="Columns">The key's columns.</param>
public sealed record UniqueCheck(IReadOnlyList<string> Columns) : Check
{
    /// <inheritdoc/>
    public override string Description => $"({string.Join(", ", Columns)}) is unique";

    /// <inheritdoc/>
    public override bool HoldsByDay(string dayColumn) => Columns.Contains(dayColumn);

    /// <inheritdoc/>
    public override string OffendingRows(string relation)
    {
        var key = string.Join(", ", Columns);
        return $"select {key}, count(*) as rows_with_this_key from {relation} group by {key} having count(*) > 1";
    }
}
