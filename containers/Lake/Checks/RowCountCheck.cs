namespace Recommender.Lake.Checks;

/// <summary>The table has at least, and perhaps at most, so many rows.</summary>
/// <param name="Min">The least number of rows.</param>
/// <param name="Max">The greatest number of rows, or null for no bound.</param>
public sealed record RowCountCheck(long Min, long? Max = null) : Check
{
    /// <inheritdoc/>
    public override string Description => Max is null ? $"at least {Min} row(s)" : $"{Min} to {Max} row(s)";

    /// <inheritdoc/>
    public override string OffendingRows(string relation) =>
        $"select rows_found from (select count(*) as rows_found from {relation}) as counted where rows_found < {Min}"
        + (Max is null ? "" : $" or rows_found > {Max}");
}
