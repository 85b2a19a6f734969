using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Ranking.Trees;

/// <summary>
/// Adds rows to a histogram: training spends most of its time here. Rows are taken in blocks, and within a block eight bundles at a
/// time, whose 16 KiB of sums stay in the first cache level while the block's codes stay in the second.
/// </summary>
internal static unsafe class HistogramFiller
{
    /// <summary>Rows of a block.</summary>
    public const int RowsPerBlock = 2048;

    private const int Line = 64;
    private const int Codes = BundleLayout.MostCodes;

    /// <summary>Adds rows.</summary>
    public static void Add(TreeRows rows, long[] histogram, ReadOnlySpan<int> indexes, long[] packed, BundleChoice bundles)
    {
        var stride = rows.Edges.Layout.Stride;
        var start = rows.Codes;
        var sums = stackalloc long[RowsPerBlock];
        var codes = stackalloc byte*[RowsPerBlock];
        fixed (int* index = indexes)
        fixed (long* derivatives = packed, to = histogram)
        {
            for (var first = 0; first < indexes.Length; first += RowsPerBlock)
            {
                var count = Math.Min(RowsPerBlock, indexes.Length - first);
                Gather(index + first, count, derivatives, start, stride, sums, codes);
                foreach (var (word, bytes) in bundles.Groups)
                {
                    var group = to + (word * BundleLayout.Group * Codes);
                    if (bytes.Length == BundleLayout.Group)
                    {
                        AddWord(group, codes, word * BundleLayout.Group, sums, count);
                    }
                    else
                    {
                        AddBytes(group, codes, word * BundleLayout.Group, sums, count, bytes);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather(int* index, int count, long* derivatives, byte* start, int stride, long* sums, byte** codes)
    {
        for (var i = 0; i < count; i++)
        {
            var row = start + ((long)index[i] * stride);
            codes[i] = row;
            sums[i] = derivatives[index[i]];
            if (Sse.IsSupported)
            {
                for (var line = 0; line < stride; line += Line)
                {
                    Sse.Prefetch1(row + line);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddWord(long* to, byte** codes, int offset, long* sums, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var word = *(ulong*)(codes[i] + offset);
            var sum = sums[i];
            to[(byte)word] += sum;
            to[Codes + (int)(byte)(word >> 8)] += sum;
            to[(2 * Codes) + (int)(byte)(word >> 16)] += sum;
            to[(3 * Codes) + (int)(byte)(word >> 24)] += sum;
            to[(4 * Codes) + (int)(byte)(word >> 32)] += sum;
            to[(5 * Codes) + (int)(byte)(word >> 40)] += sum;
            to[(6 * Codes) + (int)(byte)(word >> 48)] += sum;
            to[(7 * Codes) + (int)(word >> 56)] += sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddBytes(long* to, byte** codes, int offset, long* sums, int count, int[] bytes)
    {
        foreach (var one in bytes)
        {
            var part = to + (one * Codes);
            for (var i = 0; i < count; i++)
            {
                part[codes[i][offset + one]] += sums[i];
            }
        }
    }
}
