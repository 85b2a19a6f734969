using Recommender.Lake.Checks;

namespace Recommender.Lake.Tables;

/// <summary>
/// The one declaration of a table, from which its DuckDB view, its check queries, its page in the data dictionary and
/// (on AWS) its Glue table come.
/// </summary>
public sealed record TableDeclaration
{
    /// <summary>Zone and name.</summary>
    public required TableName Name { get; init; }

    /// <summary>What one row is, in one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>The columns in order.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The columns that tell one row from another; unique, and checked before publication.</summary>
    public required IReadOnlyList<string> Grain { get; init; }

    /// <summary>
    /// Whether the grain holds by construction, because the program itself numbers the rows: then it is not checked, for
    /// that costs more than all other checks together.
    /// </summary>
    public bool GrainIsNumbered { get; init; }

    /// <summary>Checks besides "not null" and "unique grain", which follow from the columns and the grain.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>The DATE column by whose days the table is partitioned, or null where it is built whole.</summary>
    public string? DayPartition { get; init; }

    /// <summary>Whether rows that fail go to a quarantine beside the table (see <see cref="Quarantine"/>).</summary>
    public bool HasQuarantine { get; init; }

    /// <summary>All checks of the table: those that follow from columns and grain first.</summary>
    public IEnumerable<Check> AllChecks()
    {
        var required = Columns.Where(column => !column.Nullable).Select(column => new NotNullCheck(column.Name));
        Check[] grain = GrainIsNumbered ? [] : [new UniqueCheck(Grain)];
        return [.. required.Concat(grain).Concat(Checks).Distinct()];
    }

    /// <summary>What of the declaration the rows depend on; descriptions do not count.</summary>
    public string Signature() => string.Join('\n',
    [
        $"{Name} by {DayPartition ?? "nothing"}, quarantine {HasQuarantine}",
        .. Columns.Select(column => $"{column.Name} {column.Type} {column.Nullable}"),
        .. AllChecks().Select(check => check.OffendingRows("{table}")),
    ]);

    /// <summary>The faults of this declaration, all at once; empty where it is sound.</summary>
    public IEnumerable<string> Faults()
    {
        var names = Columns.Select(column => column.Name).ToList();
        foreach (var twice in names.GroupBy(name => name).Where(group => group.Count() > 1))
        {
            yield return $"{Name}: column {twice.Key} is declared twice";
        }

        foreach (var key in Grain.Where(key => !names.Contains(key)))
        {
            yield return $"{Name}: grain column {key} is not declared";
        }

        if (Grain.Count == 0)
        {
            yield return $"{Name}: it has no grain";
        }

        foreach (var column in Columns.Where(column => !column.Description.EndsWith('.')))
        {
            yield return $"{Name}: column {column.Name} has no sentence";
        }

        if (DayPartition is not null && Columns.All(column => column.Name != DayPartition || column.Type != ColumnType.Date))
        {
            yield return $"{Name}: partition column {DayPartition} is not a declared DATE column";
        }

        foreach (var name in names.Append(Name.Table).Where(name => !TableName.IsIdentifier(name)))
        {
            yield return $"{Name}: {(name == Name.Table ? "table" : "column")} {name} is not written in lower-case letters, digits and underscores";
        }

        if (DayPartition is not null && HasQuarantine)
        {
            yield return $"{Name}: a table by day has no quarantine, which is kept for the whole table";
        }
    }
}
