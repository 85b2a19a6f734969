namespace Recommender.Ranking.Tuning;

/// <summary>A trial on one rung as <c>ml.tuning_runs</c> keeps it.</summary>
public sealed record TrialRecord
{
    /// <summary>What trials are compared within: the same data, space, learner and seed.</summary>
    public required string Study { get; init; }

    /// <summary>The trial's number within the study, from 0, which tries the defaults.</summary>
    public required int Trial { get; init; }

    /// <summary>The rung, from 0; each is more thorough than the one before.</summary>
    public required int Rung { get; init; }

    /// <summary>The settings: a JSON object of numbers.</summary>
    public required string Settings { get; init; }

    /// <summary>Mean NDCG@10 over the users that the rung validates on.</summary>
    public required double Score { get; init; }

    /// <summary>Standard error of the score over these users.</summary>
    public required double ScoreError { get; init; }

    /// <summary>How many these users are.</summary>
    public required long Users { get; init; }

    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>The study's seed.</summary>
    public required long Seed { get; init; }

    /// <summary>What became of it: <c>finished</c>, <c>promoted</c> (a higher rung tried it), or <c>chosen</c> (the study's best).</summary>
    public required string State { get; init; }

    /// <summary>A hash of the snapshots that it was tried on.</summary>
    public required string Data { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTime StartedAt { get; init; }
}
