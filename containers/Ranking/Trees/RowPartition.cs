using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Trees;

/// <summary>Which rows are in which leaf: each leaf has a stretch of <see cref="Rows"/>, ascending within.</summary>
internal sealed unsafe class RowPartition(TreeRows rows, int threads)
{
    private const int RowsPerRange = 8192;
    private readonly int[] _left = new int[rows.Rows];
    private readonly int[] _right = new int[rows.Rows];
    private readonly int[] _leftOf = new int[(rows.Rows / RowsPerRange) + 1];

    /// <summary>Row numbers, stretch by stretch.</summary>
    public int[] Rows { get; } = new int[rows.Rows];

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
            ranges, 1, threads, () => 0,
            (range, _, _) => _leftOf[range] = Divide(start + (range * RowsPerRange), RangeLength(range, count), bundle, goesLeft), cancellationToken);
        var lefts = 0;
        for (var range = 0; range < ranges; range++)
        {
            // From here on, where the range's left rows go.
            (_leftOf[range], lefts) = (lefts, lefts + _leftOf[range]);
        }

        ParallelRanges.Run(
            ranges, 1, threads, () => 0,
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

    private int Divide(int start, int count, int bundle, byte[] goesLeft)
    {
        var stride = rows.Edges.Layout.Stride;
        var codes = rows.Codes + bundle;
        var (left, right) = (0, 0);
        fixed (int* row = &Rows[start], toLeft = &_left[start], toRight = &_right[start])
        fixed (byte* goes = goesLeft)
        {
            for (var i = 0; i < count; i++)
            {
                int isLeft = goes[codes[(long)row[i] * stride]];
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
