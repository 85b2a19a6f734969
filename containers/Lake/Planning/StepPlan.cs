using Recommender.Lake.Building;

namespace Recommender.Lake.Planning;

/// <summary>What a run does with one step, and why.</summary>
/// <param name="Step">The step.</param>
/// <param name="Action">What is done.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Fingerprint">The fingerprint of the build; null where it depends on inputs that are yet to be built.</param>
/// <param name="Days">The days to build, of a day-partitioned table whose inputs are at hand.</param>
public sealed record StepPlan(ITableStep Step, PlanAction Action, string Reason, string? Fingerprint = null, DayPlan? Days = null)
{
    /// <summary>The inputs' snapshots that it was made from; null where some are not there yet.</summary>
    public StepInputs? Inputs { get; init; }

    /// <summary>By day, the fingerprint it will have; null for a table built whole.</summary>
    public IReadOnlyDictionary<DateOnly, string>? DayFingerprints { get; init; }
}
