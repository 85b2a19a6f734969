using Recommender.Lake.Building;
using Recommender.Lake.Models;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Planning;

/// <summary>Decides from fingerprints what has to be built.</summary>
/// <param name="store">The lake's snapshots.</param>
/// <param name="forcedDays">Days of day-partitioned tables that are built again in any case, or null.</param>
/// <param name="run">
/// The run that plans, where its id is a token of idempotency: what a run of that id has published is not built by it again, so
/// that a retry sees what the first attempt saw. Null where the run is new.
/// </param>
public sealed class Planner(SnapshotStore store, DayRange? forcedDays = null, string? run = null)
{
    /// <summary>Tables to build whether or not anything has changed; what the run of the same id has published is not built again even so.</summary>
    public IReadOnlySet<TableName> Again { get; init; } = new HashSet<TableName>();

    /// <summary>Plans all steps; a step whose input will be built is built after it.</summary>
    /// <param name="steps">The steps, each after those it reads.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IReadOnlyList<StepPlan> PlanAll(IEnumerable<ITableStep> steps, CancellationToken cancellationToken = default)
    {
        var plans = new Dictionary<TableName, StepPlan>();
        foreach (var step in steps)
        {
            var rebuilt = step.Inputs.Where(input => plans.GetValueOrDefault(input)?.Action == PlanAction.Build).ToList();
            plans[step.Table.Name] = rebuilt.Count > 0
                ? new StepPlan(step, PlanAction.Build, $"{string.Join(", ", rebuilt)} will be built")
                : Plan(step, cancellationToken);
        }

        return [.. plans.Values];
    }

    /// <summary>Plans one step from its inputs' current snapshots.</summary>
    public StepPlan Plan(ITableStep step, CancellationToken cancellationToken = default)
    {
        var inputs = step.Inputs.ToDictionary(input => input, input => store.Current(input, cancellationToken));
        var missing = inputs.Where(input => input.Value is null).Select(input => input.Key).ToList();
        return missing.Count > 0
            ? new StepPlan(step, PlanAction.Build, $"{string.Join(", ", missing)} has no snapshot yet")
            : Plan(step, new StepInputs(inputs.ToDictionary(input => input.Key, input => input.Value!)), cancellationToken);
    }

    private StepPlan Plan(ITableStep step, StepInputs inputs, CancellationToken cancellationToken)
    {
        var followed = step is IAccumulatingStep growing ? growing.FollowsFrom.Select(input => inputs[input]) : inputs.All.Values;
        var wholeInputs = followed.Where(input => step.Table.DayPartition is null || input.Days is null);
        var basis = new List<string> { step.Table.Signature(), step.Definition };
        basis.AddRange(wholeInputs.OrderBy(input => input.Table, StringComparer.Ordinal).Select(input => $"{input.Table}@{input.Essence ?? input.Snapshot}"));

        var days = step.Days(inputs)?.ToDictionary(day => day.Key, day => Fingerprint.Of([.. basis, day.Value]));
        var fingerprint = days is null
            ? Fingerprint.Of(basis)
            : Fingerprint.Of(days.OrderBy(day => day.Key).Select(day => $"{DayRange.Text(day.Key)} {day.Value}"));

        var current = store.Whole(step.Table.Name, cancellationToken);
        var dayPlan = days is null ? null : DayPlan.Make(current, days, forcedDays);
        var (action, reason) = Decide(step, inputs, fingerprint, current, dayPlan, cancellationToken);
        return new StepPlan(step, action, reason, fingerprint, dayPlan) { DayFingerprints = days, Inputs = inputs };
    }

    private (PlanAction Action, string Reason) Decide(ITableStep step, StepInputs inputs, string fingerprint, Manifest? current, DayPlan? days, CancellationToken cancellationToken)
    {
        if (current is null)
        {
            return (PlanAction.Build, store.Current(step.Table.Name, cancellationToken) is { } damaged
                ? $"its current snapshot is damaged: {store.Damage(step.Table.Name, damaged, cancellationToken)[0]}"
                : "it has no snapshot yet");
        }

        if (run is not null && HasPublished(step.Table.Name, run, cancellationToken))
        {
            return (PlanAction.Skip, current.Fingerprint == fingerprint
                ? $"run {run} has built it already"
                : $"run {run} has built it already; something it follows from has changed since, which a run of another id builds");
        }

        if (Again.Contains(step.Table.Name))
        {
            return (PlanAction.Build, "asked for");
        }

        if (days is not null && current.Fingerprint == fingerprint && days.Build.Count > 0)
        {
            return (PlanAction.Build, $"{days.Build.Count} day(s) asked for");
        }

        if (current.Fingerprint == fingerprint)
        {
            return (PlanAction.Skip, "nothing it follows from has changed");
        }

        if (store.Pointer(step.Table.Name, cancellationToken)?.Held?.Contains(fingerprint) == true)
        {
            return (PlanAction.Hold, "this build was rolled back; it is built again when something it follows from changes");
        }

        var changed = inputs.SnapshotIds.Where(input => current.Inputs.GetValueOrDefault(input.Key) != input.Value).Select(input => input.Key).ToList();
        var because = changed.Count > 0 ? $"{string.Join(", ", changed)} changed" : "its definition or source changed";
        return (PlanAction.Build, days is null ? because : $"{because}: {days.Build.Count} day(s) to build, {days.Keep.Count} kept, {days.Drop.Count} dropped");
    }

    /// <summary>
    /// A manifest alone says too little: a snapshot that follows the current one was never current, for its writer failed before the pointer moved.
    /// Unless a rollback left it, which holds it then.
    /// </summary>
    private bool HasPublished(TableName table, string byRun, CancellationToken cancellationToken)
    {
        var pointer = store.Pointer(table, cancellationToken);
        return store.Complete(table, cancellationToken)
            .Any(manifest => manifest.Run == byRun && (manifest.Previous != pointer?.Snapshot || pointer?.Held?.Contains(manifest.Fingerprint) == true));
    }
}
