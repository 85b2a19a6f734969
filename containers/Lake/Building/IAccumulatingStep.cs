using Recommender.Lake.Tables;

namespace Recommender.Lake.Building;

/// <summary>
/// A step whose table grows: a build keeps what it will of the rows that are current and adds to them. Where there is a current
/// snapshot, the engine shows it under the table's name while the step builds, and <see cref="StepContext.Own"/> is its manifest.
/// The table's own rows are nothing that a build follows from, or it would never be up to date.
/// </summary>
public interface IAccumulatingStep : ITableStep
{
    /// <summary>Those of <see cref="ITableStep.Inputs"/> whose change makes a run build the table again; all of them where a step does not say otherwise.</summary>
    IReadOnlyList<TableName> FollowsFrom => Inputs;
}
