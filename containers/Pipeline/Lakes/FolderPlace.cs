using Recommender.Lake.Building;
using Recommender.Lake.Engine;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;

namespace Recommender.Pipeline.Lakes;

/// <summary>A lake in a folder: the embedded engine does everything, and one lock is for all tables.</summary>
/// <param name="lake">The folder.</param>
/// <param name="clock">Gives time.</param>
internal sealed class FolderPlace(LakeFolder lake, TimeProvider clock) : ILakePlace
{
    /// <inheritdoc/>
    public SnapshotStore Store { get; } = new(lake);

    /// <inheritdoc/>
    public ILakeLocks Locks { get; } = new FolderLocks(lake, clock);

    /// <inheritdoc/>
    public string Scratch => lake.Scratch;

    /// <inheritdoc/>
    public ISqlEngine? Questions => null;

    /// <inheritdoc/>
    public IReadOnlyList<TableName> Repair(IReadOnlyList<TableName> locked, CancellationToken cancellationToken) => [.. GroceryPipeline.Tables.Select(table => table.Name)];

    /// <inheritdoc/>
    public void RequireCatalog(IReadOnlyCollection<TableDeclaration> tables, CancellationToken cancellationToken)
    {
        // The declarations are the catalog.
    }

    /// <inheritdoc/>
    public IStepBuilder Builder(DuckDbEngine engine, CancellationToken cancellationToken)
    {
        engine.ShowAll(GroceryPipeline.Tables, Store, cancellationToken);
        return new EmbeddedStepBuilder(Store, engine, clock);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
