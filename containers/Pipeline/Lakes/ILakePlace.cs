using Recommender.Lake.Building;
using Recommender.Lake.Engine;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Pipeline.Lakes;

/// <summary>A lake and what works on it where it lies: in a folder, or on AWS.</summary>
internal interface ILakePlace : IDisposable
{
    /// <summary>The snapshots.</summary>
    SnapshotStore Store { get; }

    /// <summary>Gives out the right to write.</summary>
    ILakeLocks Locks { get; }

    /// <summary>The folder for what a run spills; emptied when it begins.</summary>
    string Scratch { get; }

    /// <summary>Answers questions in SQL where the lake has an engine of its own; null where the embedded one does.</summary>
    ISqlEngine? Questions { get; }

    /// <summary>Puts right what only this kind of lake can have wrong after a writer was killed.</summary>
    /// <param name="locked">The tables whose lock is held.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The tables, of all that there are, that the holder of the lock may tidy.</returns>
    IReadOnlyList<TableName> Repair(IReadOnlyList<TableName> locked, CancellationToken cancellationToken);

    /// <summary>Makes sure that tables can be published and read as they are declared.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Lake.Errors.CallerException">Some cannot; all faults are listed.</exception>
    void RequireCatalog(IReadOnlyCollection<TableDeclaration> tables, CancellationToken cancellationToken);

    /// <summary>Builds steps.</summary>
    /// <param name="engine">The embedded engine.</param>
    /// <param name="cancellationToken">Stops it.</param>
    IStepBuilder Builder(DuckDbEngine engine, CancellationToken cancellationToken);
}
