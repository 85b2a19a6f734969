namespace Recommender.Ranking.Trees;

/// <summary>
/// Turns values into codes of one byte. A numeric feature's values between two edges share a code, codes ascend with values,
/// and NaN has the last code. A categorical feature's frequent values have a code each; NaN and all other values share the last.
/// </summary>
internal sealed class BinEdges
{
    /// <summary>Most bins of a feature, besides the missing one: 255.</summary>
    public const int MostBins = 255;

    private readonly float[][] _bounds;
    private readonly float[] _largest;
    private readonly bool[] _categorical;

    /// <param name="features">The columns.</param>
    /// <param name="bounds">Per column, ascending: the upper bounds (inclusive) of all bins but the last; or a categorical feature's values.</param>
    /// <param name="largest">Per column, the largest value seen.</param>
    internal BinEdges(IReadOnlyList<FeatureColumn> features, float[][] bounds, float[] largest)
    {
        Features = features;
        _bounds = bounds;
        _largest = largest;
        _categorical = [.. features.Select(feature => feature.Kind == FeatureKind.Categorical)];
        Layout = new BundleLayout([.. Enumerable.Range(0, features.Count).Select(Codes)]);
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<FeatureColumn> Features { get; }

    /// <summary>How codes are packed into rows.</summary>
    internal BundleLayout Layout { get; }

    /// <summary>Makes edges such that rows of the sample spread evenly over bins; few distinct values get a bin each.</summary>
    /// <param name="features">The columns.</param>
    /// <param name="rowMajorRows">Sample rows, one after another, a value for each column; NaN where unknown.</param>
    /// <param name="maxBins">Most bins per feature, 2 to 255, besides the missing one.</param>
    /// <param name="threads">Threads to use, each with room for a column of the sample; null: one per processor. The edges do not depend on it.</param>
    /// <exception cref="ArgumentException">The columns, the rows' length or the number of bins have faults; the message names all.</exception>
    public static BinEdges FromSample(IReadOnlyList<FeatureColumn> features, ReadOnlySpan<float> rowMajorRows, int maxBins = MostBins, int? threads = null)
    {
        var faults = new SettingFaults();
        faults.Unless(maxBins is >= 2 and <= MostBins, nameof(maxBins), maxBins, $"2 to {MostBins}");
        faults.Unless(features.Count is >= 1 and <= ushort.MaxValue, "the number of features", features.Count, $"1 to {ushort.MaxValue}");
        faults.Unless(rowMajorRows.Length % Math.Max(1, features.Count) == 0, "the sample's length", rowMajorRows.Length, $"a multiple of {features.Count} features");
        foreach (var twice in features.GroupBy(feature => feature.Name).Where(same => same.Count() > 1))
        {
            faults.Add($"Feature {twice.Key} is there {twice.Count()} times.");
        }

        foreach (var feature in features)
        {
            faults.Unless(feature.Monotone is >= -1 and <= 1, $"{feature.Name}.{nameof(feature.Monotone)}", feature.Monotone, "-1, 0 or 1");
            faults.Unless(feature.Kind == FeatureKind.Numeric || feature.Monotone == 0, $"{feature.Name}.{nameof(feature.Monotone)}", feature.Monotone, "0 for a categorical feature");
        }

        faults.ThrowIfAny("Bin edges");
        return BinEdgesBuilder.Build([.. features], rowMajorRows, maxBins, threads ?? Environment.ProcessorCount);
    }

    /// <summary>How many codes a feature has, the missing one (which is the last) included.</summary>
    internal int Codes(int feature) => _bounds[feature].Length + (IsCategorical(feature) ? 1 : 2);

    /// <summary>Whether the feature's values have no order.</summary>
    internal bool IsCategorical(int feature) => _categorical[feature];

    /// <summary>A value's code.</summary>
    internal int Code(int feature, float value)
    {
        var bounds = _bounds[feature];
        if (float.IsNaN(value))
        {
            return _categorical[feature] ? bounds.Length : bounds.Length + 1;
        }

        var code = LowerBound(bounds, value);
        return _categorical[feature] && (code == bounds.Length || bounds[code] != value) ? bounds.Length : code;
    }

    /// <summary>
    /// A value that has this code: NaN for the missing one, the upper bound of a numeric bin (the largest value seen, for the
    /// last), a categorical feature's value.
    /// </summary>
    internal float Value(int feature, int code) =>
        code == Codes(feature) - 1 ? float.NaN : code < _bounds[feature].Length ? _bounds[feature][code] : _largest[feature];

    /// <summary>What rows at or below a code of a numeric feature are at most: the bound, or +∞ for the last value bin.</summary>
    internal float Threshold(int feature, int code) => code < _bounds[feature].Length ? _bounds[feature][code] : float.PositiveInfinity;

    /// <summary>The first index whose bound is not below the value.</summary>
    private static int LowerBound(float[] bounds, float value)
    {
        var first = 0;
        var length = bounds.Length;
        while (length > 0)
        {
            var half = length >> 1;
            var below = bounds[first + half] < value;
            first = below ? first + half + 1 : first;
            length = below ? length - half - 1 : half;
        }

        return first;
    }
}
