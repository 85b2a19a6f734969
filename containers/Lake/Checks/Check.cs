using Recommender.Lake.Tables;

namespace Recommender.Lake.Checks;

/// <summary>Something that must hold of a table before a snapshot is published.</summary>
public abstract record Check
{
    /// <summary>What is checked, in a few words, as messages name it.</summary>
    public abstract string Description { get; }

    /// <summary>A portable SELECT that returns the offending rows, and no row where the check holds.</summary>
    /// <param name="relation">The SQL relation that stands for the new, not yet published, rows.</param>
    public abstract string OffendingRows(string relation);

    /// <summary>
    /// A predicate over one row that is true where the row offends, or null where the check looks at many rows.
    /// All row checks of a table are counted in one scan.
    /// </summary>
    public virtual string? RowPredicate => null;

    /// <summary>
    /// Whether the check holds of a day-partitioned table where it holds of every day by itself, so that days that were checked
    /// when they were built need no second look. False unless a check says otherwise.
    /// </summary>
    /// <param name="dayColumn">The column by which the table is partitioned.</param>
    public virtual bool HoldsByDay(string dayColumn) => false;

    /// <summary>The tables besides its own that the check reads.</summary>
    public virtual IEnumerable<TableName> Reads => [];
}
