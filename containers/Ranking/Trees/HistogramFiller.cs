using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Ranking.Trees;

/// <summary>
/// Adds rows to a histogram: training spends most of its time here. Rows are taken in blocks, and within a block eight bundles at a
/// time, whose 16 KiB of sums stay in the first cache level while the block's codes stay in the second. Between them the next
/// block's codes are called for, as they lie anywhere in memory.
/// </summary>
internal static unsafe class HistogramFiller
{
    /// <summary>Rows of a block.</summary>
    public const int RowsPerBlock = 1024;

    private const int Line = 64;
    private const int Codes = BundleLayout.MostCodes;

    /// <summary>Adds rows.</summary>
    public static void Add(TreeRows rows, long[] histogram, ReadOnlySpan<int> indexes, long[] packed, BundleChoice bundles)
    {
        var sums = stackalloc long[2 * RowsPerBlock];
        var codes = stackalloc byte*[2 * RowsPerBlock];
        fixed (int* index = indexes)
        fixed (long* derivatives = packed, to = histogram)
        {
            var gather = new Source(index, derivatives, rows.Codes, rows.Edges.Layout.Stride);
            gather.Read(0, Math.Min(RowsPerBlock, indexes.Length), codes, sums);
            for (int first = 0, half = 0; first < indexes.Length; first += RowsPerBlock, half ^= RowsPerBlock)
            {
                var count = Math.Min(RowsPerBlock, indexes.Length - first);
                var next = Math.Min(RowsPerBlock, indexes.Length - first - count);
                var read = 0;
                for (var group = 0; group < bundles.Groups.Length; group++)
                {
                    AddGroup(to, bundles.Groups[group], codes + half, sums + half, count);
                    var end = next * (group + 1) / bundles.Groups.Length;
                    gather.Read(first + count + read, end - read, codes + (half ^ RowsPerBlock) + read, sums + (half ^ RowsPerBlock) + read);
                    read = end;
                }
            }
        }
    }

    private static void AddGroup(long* histogram, (int Word, int[] Bytes) group, byte** codes, long* sums, int count)
    {
        var offset = group.Word * BundleLayout.Group;
        if (group.Bytes.Length == BundleLayout.Group)
        {
            AddWord(histogram + (offset * Codes), codes, offset, sums, count);
            return;
        }

        foreach (var one in group.Bytes)
        {
            AddByte(histogram + ((offset + one) * Codes), codes, offset + one, sums, count);
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
    private static void AddByte(long* to, byte** codes, int offset, long* sums, int count)
    {
        for (var i = 0; i < count; i++)
        {
            to[codes[i][offset]] += sums[i];
        }
    }

    /// <summary>Where rows are read from.</summary>
    private readonly struct Source(int* index, long* derivatives, byte* start, int stride)
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Read(int first, int count, byte** codes, long* sums)
        {
            for (var i = 0; i < count; i++)
            {
                var row = index[first + i];
                codes[i] = start + ((long)row * stride);
                sums[i] = derivatives[row];
                if (Sse.IsSupported)
                {
                    for (var line = 0; line < stride; line += Line)
                    {
                        Sse.Prefetch1(codes[i] + line);
                    }
                }
            }
        }
    }
}
