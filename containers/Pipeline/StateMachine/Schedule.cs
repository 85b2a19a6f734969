using Recommender.Lake.Building;

namespace Recommender.Pipeline.StateMachine;

/// <summary>An order to run steps in that nests: what Step Functions can express of a graph.</summary>
internal abstract record Schedule
{
    /// <summary>The steps, each after those it waits for.</summary>
    public abstract IEnumerable<ITableStep> Steps { get; }

    /// <summary>One step.</summary>
    public sealed record One(ITableStep Step) : Schedule
    {
        /// <inheritdoc/>
        public override IEnumerable<ITableStep> Steps => [Step];
    }

    /// <summary>One part after the other.</summary>
    public sealed record InTurn(IReadOnlyList<Schedule> Parts) : Schedule
    {
        /// <inheritdoc/>
        public override IEnumerable<ITableStep> Steps => Parts.SelectMany(part => part.Steps);
    }

    /// <summary>All branches at once, and what comes next when all of them are done.</summary>
    public sealed record AtOnce(IReadOnlyList<Schedule> Branches) : Schedule
    {
        /// <inheritdoc/>
        public override IEnumerable<ITableStep> Steps => Branches.SelectMany(branch => branch.Steps);
    }
}
