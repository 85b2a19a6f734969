using System.Runtime.CompilerServices;
using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Trees;

/// <summary>
/// Which rows are in which leaf: each leaf has a stretch of <see cref="Rows"/>, ascending within. Codes are held a second time,
/// bundle by bundle: a split looks at one bundle of every row of a leaf.
/// </summary>
internal sealed unsafe class RowPartition
{
    private const int RowsPerRange = 8192;
    private readonly byte[][] _codes;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly int[] _leftOf;
    private readonly int _threads;

    public RowPartition(TreeRows rows, int threads)
    {
        _threads = threads;
        Rows = new int[rows.Rows];
        (_left, _right) = (new int[rows.Rows], new int[rows.Rows]);
        _leftOf = new int[(rows.Rows / RowsPerRange) + 1];
        var layout = rows.Edges.Layout;
        _codes = [.. Enumerable.Range(0, layout.Bundles).Select(_ => GC.AllocateUninitializedArray<byte>(rows.Rows))];
        ParallelRanges.Run(
            rows.Rows, RowsPerRange, threads, () => 0,
            (first, end, _) =>
            {
                for (var bundle = 0; bundle < _codes.Length; bundle++)
                {
                    var from = rows.Codes + bundle;
                    var to = _codes[bundle];
                    for (var row = first; row < end; row++)
                    {
                        to[row] = from[(long)row * layout.Stride];
                    }
                }
            },
            CancellationToken.None);
    }

    /// <summary>Row numbers, stretch by stretch.</summary>
    public int[] Rows { get; }

    /// <summary>A bundle's code of each row.</summary>
    public byte[] Codes(int bundle) => _codes[bundle];

    /// <summary>Splits a stretch; both sides keep their order.</summary>
    /// <param name="start">The stretch's start.</param>
    /// <param name="count">Its length.</param>
    /// <param name="bundle">The bundle to look at.</param>
    /// <param name="goesLeft">Per code of the bundle, 1 where rows go left, otherwise 0.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many rows went left; they come first.</returns>
    public int Split(int start, int count, int bundle, byte[] goesLeft, CancellationToken cancellationToken)
    {
        var ranges = (count + RowsPerRange - 1) / RowsPerRange;
        ParallelRanges.Run(
            ranges, 1, _threads, () => 0,
            (range, _, _) => _leftOf[range] = Divide(start + (range * RowsPerRange), RangeLength(range, count), bundle, goesLeft), cancellationToken);
        var lefts = 0;
        for (var range = 0; range < ranges; range++)
        {
            // From here on, where the range's left rows go.
            (_leftOf[range], lefts) = (lefts, lefts + _leftOf[range]);
        }

        ParallelRanges.Run(
            ranges, 1, _threads, () => 0,
            (range, _, _) =>
            {
                var from = start + (range * RowsPerRange);
                var toLeft = _leftOf[range];
                var left = (range + 1 < ranges ? _leftOf[range + 1] : lefts) - toLeft;
                var toRight = lefts + (range * RowsPerRange) - toLeft;
                Array.Copy(_left, from, Rows, start + toLeft, left);
                Array.Copy(_right, from, Rows, start + toRight, RangeLength(range, count) - left);
            },
            cancellationToken);
        return lefts;
    }

    private static int RangeLength(int range, int count) => Math.Min(RowsPerRange, count - (range * RowsPerRange));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Divide(int start, int count, int bundle, byte[] goesLeft)
    {
        var (left, right) = (0, 0);
        fixed (int* row = &Rows[start], toLeft = &_left[start], toRight = &_right[start])
        fixed (byte* goes = goesLeft, codes = _codes[bundle])
        {
            for (var i = 0; i < count; i++)
            {
                int isLeft = goes[codes[row[i]]];
                // Both are written; only one of the ends moves.
                toLeft[left] = row[i];
                toRight[right] = row[i];
                left += isLeft;
                right += 1 - isLeft;
            }
        }

        return left;
    }
}
