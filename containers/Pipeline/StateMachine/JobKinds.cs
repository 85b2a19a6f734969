using Recommender.Lake.Building;
using Recommender.Lake.Tables;

namespace Recommender.Pipeline.StateMachine;

/// <summary>Which kind of job a step of the graph is.</summary>
public static class JobKinds
{
    /// <summary>All kinds, in the order data flows through them.</summary>
    public static IReadOnlyList<JobKind> All { get; } = Enum.GetValues<JobKind>();

    /// <summary>The kind of a step: an SQL model is one wherever its table lies; other steps go by their table's zone.</summary>
    /// <exception cref="InvalidOperationException">The step is no SQL model, and its zone is for SQL models only.</exception>
    public static JobKind Of(ITableStep step) => (step, step.Table.Name.Zone) switch
    {
        (ModelStep, _) => JobKind.Transform,
        (_, Zone.Raw) => JobKind.Ingest,
        (_, Zone.Ml) => JobKind.Train,
        (_, Zone.Published) => JobKind.Score,
        _ => throw new InvalidOperationException($"{step.Table.Name}: no kind of job makes it; tables of {step.Table.Name.Zone.SqlName()} come from SQL models"),
    };
}
