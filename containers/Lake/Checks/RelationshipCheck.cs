using Recommender.Lake.Tables;

namespace Recommender.Lake.Checks;

/// <summary>Every value of a column exists in another table; NULL passes.</summary>
/// <param name="Column">The column.</param>
/// <param name="Table">The table referred to.</param>
/// <param name="Key">Its column.</param>
public sealed record RelationshipCheck(string Column, TableName Table, string Key) : Check
{
    /// <inheritdoc/>
    public override string Description => $"{Column} exists in {Table}({Key})";

    /// <inheritdoc/>
    public override IEnumerable<TableName> Reads => [Table];

    /// <inheritdoc/>
    public override bool HoldsByDay(string dayColumn) => true;

    /// <inheritdoc/>
    public override string OffendingRows(string relation) =>
        $"select * from {relation} as child where child.{Column} is not null"
        + $" and not exists (select 1 from {Table} as parent where parent.{Key} = child.{Column})";
}
