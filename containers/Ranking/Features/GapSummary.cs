namespace Recommender.Ranking.Features;

/// <summary>The times between one purchase of a product by a user and the next: their number, mean, spread and extremes.</summary>
internal struct GapSummary
{
    private float _sum;
    private float _squares;

    /// <summary>Number of gaps.</summary>
    public int Count { get; private set; }

    /// <summary>The smallest; NaN without any.</summary>
    public float Least { get; private set; } = float.NaN;

    /// <summary>The largest; NaN without any.</summary>
    public float Most { get; private set; } = float.NaN;

    /// <summary>The newest; NaN without any.</summary>
    public float Last { get; private set; } = float.NaN;

    /// <summary>An empty summary.</summary>
    public GapSummary()
    {
    }

    /// <summary>The mean; NaN without any.</summary>
    public readonly float Mean => _sum / Count;

    /// <summary>The sum.</summary>
    public readonly float Sum => _sum;

    /// <summary>Standard deviation; NaN with fewer than two.</summary>
    public readonly float Spread => Count < 2 ? float.NaN : MathF.Sqrt(MathF.Max(0, (_squares / Count) - (Mean * Mean)));

    /// <summary>Adds the next gap.</summary>
    public void Add(float gap)
    {
        Least = Count == 0 ? gap : MathF.Min(Least, gap);
        Most = Count == 0 ? gap : MathF.Max(Most, gap);
        Last = gap;
        _sum += gap;
        _squares += gap * gap;
        Count++;
    }
}
