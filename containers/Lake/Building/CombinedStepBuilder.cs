using Recommender.Lake.Planning;

namespace Recommender.Lake.Building;

/// <summary>Builds the steps of SQL models in one place and all others in another.</summary>
/// <param name="models">Builds each <see cref="ModelStep"/>.</param>
/// <param name="others">Builds the others.</param>
public sealed class CombinedStepBuilder(IStepBuilder models, IStepBuilder others) : IStepBuilder
{
    /// <inheritdoc/>
    public IStepBuild Begin(StepPlan plan, StepInputs inputs, string run) => (plan.Step is ModelStep ? models : others).Begin(plan, inputs, run);
}
