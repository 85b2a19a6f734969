namespace Recommender.Ranking.Trees;

/// <summary>
/// Two sums in one word: first derivatives (signed) in the upper 32 bits, second derivatives (at least 1 each, so that only an
/// empty sum is 0) in the lower 32. Adding and subtracting words adds and subtracts both, exactly, as long as neither
/// overflows; <see cref="GradientPacker"/> scales them so that they cannot. Whole numbers make histograms the same in whatever
/// order, and by how many threads, rows are added.
/// </summary>
internal static class PackedSum
{
    public static long Pack(int gradient, uint hessian) => ((long)gradient << 32) + hessian;

    public static uint Hessian(long sum) => (uint)sum;

    public static int Gradient(long sum) => (int)((sum - (uint)sum) >> 32);
}
