namespace Recommender.Ranking.Trees;

/// <summary>How trees are trained.</summary>
internal sealed record TreeSettings
{
    /// <summary>Most leaves of any tree: 4,096.</summary>
    public const int MostLeaves = 4096;

    /// <summary>Default: logistic.</summary>
    public TreeObjective Objective { get; init; } = TreeObjective.Logistic;

    /// <summary>Most trees, 1 to 100,000. Default 300.</summary>
    public int Rounds { get; init; } = 300;

    /// <summary>What a tree's values are multiplied by, above 0 to 1. Default 0.05.</summary>
    public double LearningRate { get; init; } = 0.05;

    /// <summary>Most leaves of a tree, 2 to <see cref="MostLeaves"/>. Default 31. Up to 32, trees score fastest.</summary>
    public int Leaves { get; init; } = 31;

    /// <summary>Fewest rows of a leaf, at least 1. Default 50.</summary>
    public int MinRowsInLeaf { get; init; } = 50;

    /// <summary>Least sum of second derivatives of a leaf, from 0. Default 0.001.</summary>
    public double MinHessianInLeaf { get; init; } = 0.001;

    /// <summary>A split must lower the loss (times two) by more than this, from 0. Default 0.</summary>
    public double MinGain { get; init; }

    /// <summary>Added to the second derivatives of a leaf, from 0. Default 0.</summary>
    public double L2 { get; init; }

    /// <summary>Taken off the absolute gradient sum of a leaf, from 0. Default 0.</summary>
    public double L1 { get; init; }

    /// <summary>Added to <see cref="L2"/> for splits on categorical features, whose sets are chosen by the labels. Default 10.</summary>
    public double CategoricalL2 { get; init; } = 10;

    /// <summary>Share of the rows (of the groups, for LambdaRank) that each tree sees, above 0 to 1. Default 1.</summary>
    public double RowFraction { get; init; } = 1;

    /// <summary>Share of the features that each tree sees, above 0 to 1. Default 1.</summary>
    public double ColumnFraction { get; init; } = 1;

    /// <summary>Stop when the validation figure has not been good for so many rounds, from 0 (never). Default 0.</summary>
    public int EarlyStoppingRounds { get; init; }

    /// <summary>
    /// The validation figure is good where its loss is the least until then, or greater by at most this share of it, from 0 to 1; trees are
    /// kept up to the last good round. Default 0.
    /// </summary>
    public double EarlyStoppingTolerance { get; init; }

    /// <summary>LambdaRank: pairs count when the better placed row is among so many first, from 1. Also the k of its validation NDCG. Default 30.</summary>
    public int LambdaRankTruncation { get; init; } = 30;

    /// <summary>Seed of the row and column samples and of gradient rounding. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads to use, at least 1; the model does not depend on it. Default: one per processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Checks all settings.</summary>
    /// <exception cref="ArgumentException">Names every fault.</exception>
    public void Validate()
    {
        var faults = new SettingFaults();
        faults.Unless(Enum.IsDefined(Objective), nameof(Objective), Objective, "Logistic or LambdaRank");
        faults.Unless(Rounds is >= 1 and <= 100_000, nameof(Rounds), Rounds, "1 to 100000");
        faults.Unless(LearningRate is > 0 and <= 1, nameof(LearningRate), LearningRate, "above 0, at most 1");
        faults.Unless(Leaves is >= 2 and <= MostLeaves, nameof(Leaves), Leaves, $"2 to {MostLeaves}");
        faults.Unless(MinRowsInLeaf >= 1, nameof(MinRowsInLeaf), MinRowsInLeaf, "at least 1");
        faults.Unless(double.IsFinite(MinHessianInLeaf) && MinHessianInLeaf >= 0, nameof(MinHessianInLeaf), MinHessianInLeaf, "at least 0");
        faults.Unless(double.IsFinite(MinGain) && MinGain >= 0, nameof(MinGain), MinGain, "at least 0");
        faults.Unless(double.IsFinite(L2) && L2 >= 0, nameof(L2), L2, "at least 0");
        faults.Unless(double.IsFinite(L1) && L1 >= 0, nameof(L1), L1, "at least 0");
        faults.Unless(double.IsFinite(CategoricalL2) && CategoricalL2 >= 0, nameof(CategoricalL2), CategoricalL2, "at least 0");
        faults.Unless(RowFraction is > 0 and <= 1, nameof(RowFraction), RowFraction, "above 0, at most 1");
        faults.Unless(ColumnFraction is > 0 and <= 1, nameof(ColumnFraction), ColumnFraction, "above 0, at most 1");
        faults.Unless(EarlyStoppingRounds >= 0, nameof(EarlyStoppingRounds), EarlyStoppingRounds, "at least 0");
        faults.Unless(EarlyStoppingTolerance is >= 0 and <= 1, nameof(EarlyStoppingTolerance), EarlyStoppingTolerance, "from 0 to 1");
        faults.Unless(LambdaRankTruncation >= 1, nameof(LambdaRankTruncation), LambdaRankTruncation, "at least 1");
        faults.Unless(Threads >= 1, nameof(Threads), Threads, "at least 1");
        faults.ThrowIfAny("Tree settings");
    }
}
