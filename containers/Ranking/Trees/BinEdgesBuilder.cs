using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Trees;

/// <summary>
/// Finds <see cref="BinEdges"/>. Where a feature has more distinct values than bins, values that fill a bin by themselves get
/// one, and the others share the rest evenly by rows, as in LightGBM's greedy search (Ke and others, NIPS 2017, and its
/// <c>GreedyFindBin</c>).
/// </summary>
internal static unsafe class BinEdgesBuilder
{
    public static BinEdges Build(FeatureColumn[] features, ReadOnlySpan<float> rows, int maxBins, int threads)
    {
        var bounds = new float[features.Length][];
        var largest = new float[features.Length];
        fixed (float* pinned = rows)
        {
            // A thread can hold an address, but no span.
            var (address, length) = ((nint)pinned, rows.Length);
            ParallelRanges.Run(
                features.Length, 1, threads, () => new float[length / features.Length],
                (feature, _, column) =>
                {
                    var values = Distinct(Known(new ReadOnlySpan<float>((float*)address, length), feature, features.Length, column));
                    largest[feature] = values.Count == 0 ? float.NaN : values[^1].Value;
                    bounds[feature] = features[feature].Kind == FeatureKind.Categorical
                        ? [.. values.OrderByDescending(value => value.Rows).ThenBy(value => value.Value).Take(maxBins).Select(value => value.Value).Order()]
                        : Numeric(values, values.Sum(value => value.Rows), maxBins);
                },
                CancellationToken.None);
        }

        return new BinEdges(features, bounds, largest);
    }

    private static Span<float> Known(ReadOnlySpan<float> rows, int feature, int features, float[] column)
    {
        var known = 0;
        for (var at = feature; at < rows.Length; at += features)
        {
            if (!float.IsNaN(rows[at]))
            {
                // +0 and -0 are one value.
                column[known++] = rows[at] + 0f;
            }
        }

        return column.AsSpan(0, known);
    }

    private static List<(float Value, int Rows)> Distinct(Span<float> column)
    {
        column.Sort();
        var values = new List<(float Value, int Rows)>();
        for (var first = 0; first < column.Length;)
        {
            var end = first + 1;
            while (end < column.Length && column[end] == column[first])
            {
                end++;
            }

            values.Add((column[first], end - first));
            first = end;
        }

        return values;
    }

    private static float[] Numeric(List<(float Value, int Rows)> values, int rows, int maxBins)
    {
        var bounds = new List<float>();
        if (values.Count <= maxBins)
        {
            for (var i = 1; i < values.Count; i++)
            {
                bounds.Add(Between(values[i - 1].Value, values[i].Value));
            }

            return [.. bounds];
        }

        var share = rows / (double)maxBins;
        var big = values.Count(value => value.Rows >= share);
        var restRows = rows - values.Where(value => value.Rows >= share).Sum(value => (long)value.Rows);
        var restBins = maxBins - big;
        var mean = restRows / (double)Math.Max(1, restBins);
        var inBin = 0;
        for (var i = 0; i < values.Count - 1 && bounds.Count < maxBins - 1; i++)
        {
            var isBig = values[i].Rows >= share;
            inBin += values[i].Rows;
            restRows -= isBig ? 0 : values[i].Rows;
            // A big value closes its bin; so does what comes before one, if it is at least half full.
            if (isBig || inBin >= mean || (values[i + 1].Rows >= share && inBin >= Math.Max(1, mean / 2)))
            {
                bounds.Add(Between(values[i].Value, values[i + 1].Value));
                inBin = 0;
                if (!isBig)
                {
                    restBins--;
                    mean = restRows / (double)Math.Max(1, restBins);
                }
            }
        }

        return [.. bounds];
    }

    /// <summary>A bound that is at least the lower value and below the upper.</summary>
    private static float Between(float lower, float upper)
    {
        var middle = (float)(((double)lower + upper) / 2);
        return middle >= lower && middle < upper ? middle : lower;
    }
}
