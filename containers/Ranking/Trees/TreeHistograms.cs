using System.Numerics;
using System.Runtime.InteropServices;
using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Trees;

/// <summary>
/// Histograms: for each bundle of features and each of its codes, the derivatives' sum over rows. Bundle b's part starts at
/// b × <see cref="BundleLayout.MostCodes"/>.
/// </summary>
internal sealed class TreeHistograms(TreeRows rows, int threads)
{
    private const int RowsPerRange = HistogramFiller.RowsPerBlock * 4;
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
    /// <param name="bundles">The bundles to fill; the others keep what they hold.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public void Fill(long[] histogram, int[] indexes, int start, int count, long[] packed, BundleChoice bundles, CancellationToken cancellationToken)
    {
        Clear(histogram, bundles);
        if (threads == 1 || count <= RowsPerRange)
        {
            HistogramFiller.Add(rows, histogram, indexes.AsSpan(start, count), packed, bundles);
            return;
        }

        var parts = new List<long[]>();
        ParallelRanges.Run(
            count, RowsPerRange, threads, () => Part(parts, bundles),
            (first, end, part) => HistogramFiller.Add(rows, part, indexes.AsSpan(start + first, end - first), packed, bundles),
            cancellationToken,
            part => Combine(histogram, part, bundles, Whole.Add));
        parts.ForEach(Return);
    }

    /// <summary>Takes a histogram off another, which becomes that of the other rows.</summary>
    public void Subtract(long[] from, long[] part, BundleChoice bundles) => Combine(from, part, bundles, Whole.Subtract);

    /// <summary>The part of a histogram that is a feature's: a word per code.</summary>
    public ReadOnlySpan<long> OfFeature(long[] histogram, int feature, long[] scratch)
    {
        var bundle = _layout.Bundle[feature];
        ReadOnlySpan<long> whole = histogram.AsSpan(bundle * BundleLayout.MostCodes, _layout.Sizes[bundle]);
        var codes = _layout.Codes[feature];
        if (codes == whole.Length)
        {
            return whole;
        }

        var sums = scratch.AsSpan(0, codes);
        sums.Clear();
        var divisor = _layout.Divisor[feature];
        while (!whole.IsEmpty)
        {
            for (var code = 0; code < codes; code++)
            {
                foreach (var sum in whole[..divisor])
                {
                    sums[code] += sum;
                }

                whole = whole[divisor..];
            }
        }

        return sums;
    }

    private long[] Part(List<long[]> parts, BundleChoice bundles)
    {
        lock (parts)
        {
            var part = Rent();
            Clear(part, bundles);
            parts.Add(part);
            return part;
        }
    }

    private void Clear(long[] histogram, BundleChoice bundles)
    {
        foreach (var bundle in bundles.All)
        {
            Array.Clear(histogram, bundle * BundleLayout.MostCodes, _layout.Sizes[bundle]);
        }
    }

    private void Combine(long[] to, long[] from, BundleChoice bundles, Action<Span<long>, ReadOnlySpan<long>> how)
    {
        foreach (var bundle in bundles.All)
        {
            how(
                to.AsSpan(bundle * BundleLayout.MostCodes, _layout.Sizes[bundle]),
                from.AsSpan(bundle * BundleLayout.MostCodes, _layout.Sizes[bundle]));
        }
    }

    private static class Whole
    {
        public static void Add(Span<long> to, ReadOnlySpan<long> from)
        {
            var vectors = MemoryMarshal.Cast<long, Vector<long>>(to);
            var others = MemoryMarshal.Cast<long, Vector<long>>(from);
            for (var i = 0; i < vectors.Length; i++)
            {
                vectors[i] += others[i];
            }

            for (var i = vectors.Length * Vector<long>.Count; i < to.Length; i++)
            {
                to[i] += from[i];
            }
        }

        public static void Subtract(Span<long> to, ReadOnlySpan<long> from)
        {
            var vectors = MemoryMarshal.Cast<long, Vector<long>>(to);
            var others = MemoryMarshal.Cast<long, Vector<long>>(from);
            for (var i = 0; i < vectors.Length; i++)
            {
                vectors[i] -= others[i];
            }

            for (var i = vectors.Length * Vector<long>.Count; i < to.Length; i++)
            {
                to[i] -= from[i];
            }
        }
    }
}
