namespace Recommender.Ranking.Trees;

/// <summary>A leaf of a tree that is being grown.</summary>
internal sealed class GrowingLeaf
{
    /// <summary>Where its rows start in <see cref="RowPartition.Rows"/>.</summary>
    public int Start { get; set; }

    /// <summary>How many rows it has.</summary>
    public int Count { get; set; }

    /// <summary>Gradient sums of its rows.</summary>
    public long Sum { get; set; }

    /// <summary>Its histogram; null when it cannot be split further.</summary>
    public long[]? Histogram { get; set; }

    /// <summary>Its best split.</summary>
    public SplitCandidate Best { get; set; } = SplitCandidate.None;

    /// <summary>L2 of the split that made it.</summary>
    public double L2 { get; set; }

    /// <summary>Its output is at least this, before the learning rate: what monotone splits above ask.</summary>
    public double Lower { get; set; } = double.NegativeInfinity;

    /// <summary>Its output is at most this.</summary>
    public double Upper { get; set; } = double.PositiveInfinity;

    /// <summary>The inner node above, -1 for the root.</summary>
    public int Parent { get; set; } = -1;

    /// <summary>Which side of it this leaf is.</summary>
    public bool IsRight { get; set; }
}
