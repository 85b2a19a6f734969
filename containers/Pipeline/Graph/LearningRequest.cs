using Recommender.Lake.Tables;
using Recommender.Ranking.Steps;
using Recommender.Ranking.Tuning;

namespace Recommender.Pipeline.Graph;

/// <summary>What a command asks of training and tuning besides what every run does.</summary>
public sealed record LearningRequest
{
    /// <summary>Nothing.</summary>
    public static LearningRequest None { get; } = new();

    /// <summary>What is asked of training; null for nothing.</summary>
    public TrainingRequest? Training { get; init; }

    /// <summary>What is to be tuned; null for nothing.</summary>
    public TuningSession? Tuning { get; init; }

    /// <summary>The tables that are built for it though nothing they follow from has changed.</summary>
    public IReadOnlySet<TableName> Again => new[]
    {
        (Asked: Training is { Seed: not null } or { Promote: true }, LearningTables.Models.Name),
        (Asked: Tuning is not null, LearningTables.TuningRuns.Name),
    }.Where(table => table.Asked).Select(table => table.Name).ToHashSet();
}
