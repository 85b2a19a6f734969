namespace Recommender.Lake.Checks;

/// <summary>No two rows share a key.</summary>
/// <param name="Columns">The key's columns.</param>
public sealed record UniqueCheck(IReadOnlyList<string> Columns) : Check
{
    /// <inheritdoc/>
    public override string Description => $"({string.Join(", ", Columns)}) is unique";

    /// <summary>
    /// For DuckDB, a SELECT that returns a row if any key is doubled (or has a NULL), at half the cost of
    /// <see cref="OffendingRows"/>: there is a group per leading part of the key instead of one per key. Null for a key of one column.
    /// </summary>
    public string? DuckDbSuspicion(string relation) => Columns.Count < 2
        ? null
        : $"select 1 from (select list({Columns[^1]}) as last_parts from {relation} as checked group by {string.Join(", ", Columns.SkipLast(1))}) as grouped"
        + " where len(last_parts) <> list_unique(last_parts) limit 1";

    /// <inheritdoc/>
    public override bool HoldsByDay(string dayColumn) => Columns.Contains(dayColumn);

    /// <inheritdoc/>
    public override string OffendingRows(string relation)
    {
        var key = string.Join(", ", Columns);
        return $"select {key}, count(*) as rows_with_this_key from {relation} group by {key} having count(*) > 1";
    }
}
