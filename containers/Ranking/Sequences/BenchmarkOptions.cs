using Recommender.Ranking.Learning;

namespace Recommender.Ranking.Sequences;

/// <summary>Options of <see cref="SequenceBenchmark"/>.</summary>
public sealed record BenchmarkOptions
{
    /// <summary>The default of <see cref="K"/>: 20.</summary>
    public const int DefaultK = 20;

    /// <summary>Items per test user, at least 1. Default 20.</summary>
    public int K { get; init; } = DefaultK;

    /// <summary>Seed of all that is drawn. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads to use, at least 1; the result does not depend on it. Default: one per processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>How rankers are trained. Default: <see cref="SequenceSettings.Training"/>.</summary>
    internal RankerSettings Training { get; init; } = SequenceSettings.Training;

    /// <summary>What val users choose from; the first is taken where no next basket of theirs is known. Default: <see cref="SequenceSettings.RankingWeights"/>.</summary>
    internal IReadOnlyList<double> RankingWeights { get; init; } = SequenceSettings.RankingWeights;
}
