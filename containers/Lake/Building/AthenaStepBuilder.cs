using Recommender.Lake.Athena;
using Recommender.Lake.Glue;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Building;

/// <summary>Builds the steps of SQL models on Athena, which writes straight into the lake.</summary>
/// <param name="store">The lake's snapshots.</param>
/// <param name="engine">Athena.</param>
/// <param name="catalog">The catalog, for the tables that a build needs for itself.</param>
/// <param name="clock">Gives snapshots their time.</param>
public sealed class AthenaStepBuilder(SnapshotStore store, AthenaEngine engine, GlueCatalog catalog, TimeProvider clock) : IStepBuilder
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The step is not a <see cref="ModelStep"/>.</exception>
    public IStepBuild Begin(StepPlan plan, StepInputs inputs, string run) => plan.Step is ModelStep step
        ? new AthenaStepBuild(store, engine, catalog, clock, plan, step, inputs, run)
        : throw new ArgumentException($"{plan.Step.Table.Name} is not made by an SQL model: Athena cannot build it", nameof(plan));

    /// <summary>Removes the tables that killed builds of some tables left in the catalog. For the tables' one writer.</summary>
    public void Tidy(IEnumerable<TableName> tables, CancellationToken cancellationToken) => BuildTables.Sweep(catalog, tables, cancellationToken);
}
