using Recommender.Lake.Engine;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Building;

/// <summary>Builds steps in this process with the embedded engine.</summary>
/// <param name="store">The lake's snapshots.</param>
/// <param name="engine">The engine; its views show the current snapshots, or will by <see cref="Fetched"/>.</param>
/// <param name="clock">Gives snapshots their time.</param>
public sealed class EmbeddedStepBuilder(SnapshotStore store, DuckDbEngine engine, TimeProvider clock) : IStepBuilder
{
    /// <summary>
    /// The declared tables of a lake that lies elsewhere: before a step is built, those that it and its checks read are fetched and shown. Null, the
    /// default, for a lake whose tables the engine shows already.
    /// </summary>
    public IReadOnlyCollection<TableDeclaration>? Fetched { get; init; }

    /// <inheritdoc/>
    public IStepBuild Begin(StepPlan plan, StepInputs inputs, string run) =>
        new EmbeddedStepBuild(store, engine, clock, plan, inputs, run, Fetched is null ? null : new StepFetch(store, engine, Fetched));
}
