using Recommender.Lake.Tables;

namespace Recommender.Lake.Building;

/// <summary>One step of the pipeline: it makes one table.</summary>
public interface ITableStep
{
    /// <summary>The table it makes.</summary>
    TableDeclaration Table { get; }

    /// <summary>The tables it reads.</summary>
    IReadOnlyList<TableName> Inputs { get; }

    /// <summary>Everything besides the declaration and the inputs that the rows follow from: SQL, settings, a source file's hash, a code version.</summary>
    string Definition { get; }

    /// <summary>
    /// For a day-partitioned table, by day, what the day follows from besides declaration, definition and inputs that are not
    /// day-partitioned; null for a table built whole.
    /// </summary>
    /// <param name="inputs">The current snapshots of <see cref="Inputs"/>.</param>
    IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs);

    /// <summary>Writes the data files (and quarantine files) of the snapshot.</summary>
    /// <param name="context">Where to write and what to read.</param>
    /// <param name="cancellationToken">Stops the work; nothing is published then.</param>
    /// <returns>What was written.</returns>
    StepOutput Build(StepContext context, CancellationToken cancellationToken);
}
