using Recommender.Lake.Planning;

namespace Recommender.Lake.Building;

/// <summary>A place where steps are built: this process with the embedded engine, or Athena.</summary>
public interface IStepBuilder
{
    /// <summary>Prepares the build of a step; nothing runs yet.</summary>
    /// <param name="plan">A plan whose action is <see cref="PlanAction.Build"/> and whose inputs are at hand.</param>
    /// <param name="inputs">The inputs' snapshots that the plan was made from.</param>
    /// <param name="run">The run's id.</param>
    IStepBuild Begin(StepPlan plan, StepInputs inputs, string run);
}
