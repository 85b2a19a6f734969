using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Trees;

/// <summary>Sums derivatives by code: a histogram is one word per code of each bundle, as <see cref="BundleLayout.Offsets"/> has it.</summary>
internal sealed unsafe class TreeHistograms(TreeRows rows, int threads)
{
    private const int RowsPerRange = 4096;
    private readonly Stack<long[]> _free = new();
    private readonly BundleLayout _layout = rows.Edges.Layout;

    /// <summary>A histogram's memory, not cleared.</summary>
    public long[] Rent() =>
        _free.TryPop(out var histogram) ? histogram : GC.AllocateUninitializedArray<long>(_layout.HistogramLength, pinned: true);

    /// <summary>Gives memory back.</summary>
    public void Return(long[] histogram) => _free.Push(histogram);

    /// <summary>Fills a histogram from some rows.</summary>
    /// <param name="histogram">Receives it.</param>
    /// <param name="indexes">The rows, ascending.</param>
    /// <param name="start">The first of them in <paramref name="indexes"/>.</param>
    /// <param name="count">How many.</param>
    /// <param name="packed">The derivatives of all rows.</param>
    /// <param name="bundles">The bundles to fill; the others hold 0.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public void Fill(long[] histogram, int[] indexes, int start, int count, long[] packed, int[] bundles, CancellationToken cancellationToken)
    {
        Array.Clear(histogram);
        if (threads == 1 || count <= RowsPerRange)
        {
            Add(histogram, indexes, start, start + count, packed, bundles);
            return;
        }

        var parts = new List<long[]>();
        ParallelRanges.Run(
            count, RowsPerRange, threads, () => Part(parts),
            (first, end, part) => Add(part, indexes, start + first, start + end, packed, bundles),
            cancellationToken,
            part =>
            {
                for (var i = 0; i < part.Length; i++)
                {
                    histogram[i] += part[i];
                }
            });
        parts.ForEach(Return);
    }

    /// <summary>Takes a histogram off another, which becomes that of the other rows.</summary>
    public static void Subtract(long[] from, long[] part)
    {
        for (var i = 0; i < from.Length; i++)
        {
            from[i] -= part[i];
        }
    }

    /// <summary>Counts some rows by a feature's code.</summary>
    public void Count(int feature, int[] indexes, int start, int count, int[] byCode)
    {
        Array.Clear(byCode);
        Span<int> byBundleCode = stackalloc int[256];
        byBundleCode.Clear();
        var codes = rows.Codes + _layout.Bundle[feature];
        foreach (var row in indexes.AsSpan(start, count))
        {
            byBundleCode[codes[(long)row * _layout.Bundles]]++;
        }

        for (var code = 0; code < _layout.Sizes[_layout.Bundle[feature]]; code++)
        {
            byCode[_layout.CodeOf(feature, code)] += byBundleCode[code];
        }
    }

    /// <summary>The part of a histogram that is a feature's: a word per code.</summary>
    public ReadOnlySpan<long> OfFeature(long[] histogram, int feature, long[] scratch)
    {
        var bundle = _layout.Bundle[feature];
        var whole = histogram.AsSpan(_layout.Offsets[bundle], _layout.Sizes[bundle]);
        var codes = _layout.Codes[feature];
        if (codes == whole.Length)
        {
            return whole;
        }

        Array.Clear(scratch, 0, codes);
        var divisor = _layout.Divisor[feature];
        for (var first = 0; first < whole.Length;)
        {
            for (var code = 0; code < codes; code++)
            {
                for (var end = first + divisor; first < end; first++)
                {
                    scratch[code] += whole[first];
                }
            }
        }

        return scratch.AsSpan(0, codes);
    }

    private long[] Part(List<long[]> parts)
    {
        lock (parts)
        {
            var part = Rent();
            Array.Clear(part);
            parts.Add(part);
            return part;
        }
    }

    private void Add(long[] histogram, int[] indexes, int first, int end, long[] packed, int[] bundles)
    {
        var stride = _layout.Bundles;
        var codes = rows.Codes;
        fixed (long* to = histogram)
        fixed (int* index = indexes, bundle = bundles, offset = _layout.Offsets)
        {
            for (var i = first; i < end; i++)
            {
                var row = codes + ((long)index[i] * stride);
                var sum = packed[index[i]];
                for (var b = 0; b < bundles.Length; b++)
                {
                    to[offset[bundle[b]] + row[bundle[b]]] += sum;
                }
            }
        }
    }
}
