using Recommender.Lake.Engine;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;

namespace Recommender.Lake.Building;

/// <summary>Builds steps in this process with the embedded engine.</summary>
/// <param name="store">The lake's snapshots.</param>
/// <param name="engine">The engine; its views show the current snapshots.</param>
/// <param name="clock">Gives snapshots their time.</param>
public sealed class EmbeddedStepBuilder(SnapshotStore store, DuckDbEngine engine, TimeProvider clock) : IStepBuilder
{
    /// <inheritdoc/>
    public IStepBuild Begin(StepPlan plan, StepInputs inputs, string run) => new EmbeddedStepBuild(store, engine, clock, plan, inputs, run);
}
