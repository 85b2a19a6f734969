namespace Recommender.Lake.Checks;

/// <summary>A text column holds only accepted values; NULL passes.</summary>
/// <param name="Column">The column.</param>
/// <param name="Accepted">The accepted values, at least one.</param>
public sealed record ValuesCheck(string Column, params string[] Accepted) : RowCheck
{
    /// <inheritdoc/>
    public override string Description => $"{Column} is one of {string.Join(", ", Accepted)}";

    /// <inheritdoc/>
    public override string RowPredicate => $"{Column} not in ({string.Join(", ", Accepted.Select(SqlText.Literal))})";
}
