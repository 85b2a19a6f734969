namespace Recommender.Ranking.Trees;

/// <summary>A way to split a leaf.</summary>
internal struct SplitCandidate
{
    /// <summary>No split.</summary>
    public static SplitCandidate None => new() { Feature = -1, Gain = double.NegativeInfinity };

    /// <summary>The column; -1 where there is no split.</summary>
    public int Feature;

    /// <summary>How much the split lowers the loss, times two.</summary>
    public double Gain;

    /// <summary>Numeric: codes up to this one go left.</summary>
    public int Code;

    /// <summary>Whether the missing code goes left.</summary>
    public bool MissingLeft;

    /// <summary>Whether rows with the missing code were seen.</summary>
    public bool MissingSeen;

    /// <summary>Categorical: the codes that go left, a bit each; null for numeric features.</summary>
    public ulong[]? Codes;

    /// <summary>Gradient sums of the left side, as <see cref="PackedSum"/> has them.</summary>
    public long Left;

    /// <summary>Whether both sides surely have rows enough; otherwise they must be counted.</summary>
    public bool Counted;

    /// <summary>Whether a code of the feature goes left.</summary>
    public readonly bool GoesLeft(int code, int missingCode) =>
        code == missingCode ? MissingLeft : Codes is null ? code <= Code : (Codes[code >> 6] >> (code & 63) & 1) != 0;
}
