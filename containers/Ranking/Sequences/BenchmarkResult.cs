namespace Recommender.Ranking.Sequences;

/// <summary>What a benchmark found.</summary>
public sealed record BenchmarkResult
{
    /// <summary>For each test user, as the files name it, the recommended items, best first.</summary>
    public required IReadOnlyList<(string User, int[] Items)> Lists { get; init; }

    /// <summary>The ranker whose lists they are.</summary>
    public required string Ranker { get; init; }

    /// <summary>By part, the mean share of the next basket that is among what the learnt ranker scores at all: no ranking of it recalls more.</summary>
    public required IReadOnlyDictionary<SequencePart, double> CandidateRecall { get; init; }
}
