namespace Recommender.Lake.Checks;

/// <summary>A column has a value in every row.</summary>
/// <param name="Column">The column.</param>
public sealed record NotNullCheck(string Column) : RowCheck
{
    /// <inheritdoc/>
    public override string Description => $"{Column} is not null";

    /// <inheritdoc/>
    public override string RowPredicate => $"{Column} is null";
}
