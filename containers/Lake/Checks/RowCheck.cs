namespace Recommender.Lake.Checks;

/// <summary>A check that one row passes or fails by itself.</summary>
public abstract record RowCheck : Check
{
    /// <inheritdoc/>
    public abstract override string RowPredicate { get; }

    /// <inheritdoc/>
    public sealed override bool HoldsByDay(string dayColumn) => true;

    /// <inheritdoc/>
    public override string OffendingRows(string relation) => $"select * from {relation} where {RowPredicate}";
}
