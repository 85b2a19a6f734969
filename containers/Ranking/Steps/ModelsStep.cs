using Recommender.Lake.Building;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Registry;

namespace Recommender.Ranking.Steps;

/// <summary>
/// Trains a model on what is in the lake, lets it take the champion's place unless it is worse beyond noise, and keeps the models
/// there were. Where a shop knows too little to learn from, the table is as it was, and the run says so.
/// </summary>
/// <param name="loader">Loads the history, and says how to learn.</param>
/// <param name="clock">Dates models.</param>
/// <param name="threads">Threads to learn with.</param>
/// <param name="request">What is asked for besides; null for nothing.</param>
public sealed class ModelsStep(ShopHistoryLoader loader, TimeProvider clock, int threads, TrainingRequest? request = null) : IAccumulatingStep
{
    /// <summary>The seed of a training that asks for none: 1.</summary>
    public const long DefaultSeed = 1;

    /// <inheritdoc/>
    public TableDeclaration Table => LearningTables.Models;

    /// <inheritdoc/>
    public IReadOnlyList<TableName> Inputs { get; } = [.. ShopHistoryLoader.Inputs, LearningTables.TuningRuns.Name];

    /// <inheritdoc/>
    /// <remarks>What a person asked for is no part of it: a run after that is content with what there is.</remarks>
    public string Definition =>
        $"models 1, {loader.Learner.Version}, {loader.Learner.Space.Signature}, from {ModelRequirements.FitUsers} fit and {ModelRequirements.TestUsers} test users of {UserSplit.TestBuckets} buckets";

    /// <inheritdoc/>
    public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) => null;

    /// <inheritdoc/>
    /// <exception cref="CallerException">A promotion was asked for, and there is no challenger.</exception>
    public StepOutput Build(StepContext context, CancellationToken cancellationToken)
    {
        var registry = context.Own is null ? ModelRegistry.Empty : new ModelRegistry(ModelReader.Read(context.Connection, files: true, cancellationToken));
        var isTrained = context.Own?.Fingerprint == context.Fingerprint && request is { Seed: null };
        var (next, note) = isTrained ? (registry, "nothing has changed since the newest model was trained") : Train(registry, context, cancellationToken);
        if (request is { Promote: true })
        {
            (next, note) = Promote(next, note);
        }

        if (isTrained && ReferenceEquals(next, registry))
        {
            return new StepOutput(context.Own!.Rows) { KeepsCurrent = true, Note = note };
        }

        var written = StagedRows.Write(
            Table,
            context,
            rows =>
            {
                foreach (var model in next.Models)
                {
                    ModelReader.Append(rows, model);
                }
            },
            cancellationToken);
        return new StepOutput(written) { Note = note };
    }

    private (ModelRegistry Registry, string Note) Train(ModelRegistry registry, StepContext context, CancellationToken cancellationToken)
    {
        var shop = loader.Load(context, cancellationToken);
        var known = KnownBaskets.Read(context.Connection, cancellationToken);
        var training = new ModelTraining(loader.Learner, shop, known, context, clock, threads);
        return training.Lacking is { } lacking
            ? (registry, $"no model was trained: {lacking}; " + (registry.Champion is null ? $"lists come from {RankerFactory.Fallback(shop).Name}" : $"{registry.Champion.Id} stays champion"))
            : training.Run(registry, request?.Seed ?? DefaultSeed, cancellationToken);
    }

    private static (ModelRegistry Registry, string Note) Promote(ModelRegistry registry, string note)
    {
        if (registry.Challenger is not { } challenger)
        {
            return registry.Champion is { } champion
                ? (registry, $"{note}; nothing to promote: {champion.Id} is champion, and there is no challenger")
                : throw new CallerException($"there is no challenger to promote: {note}");
        }

        var decision = $"promoted by hand; the gate had said: {challenger.Decision}";
        return (registry.Promote(decision), $"{challenger.Id} is champion now, {decision}");
    }
}
