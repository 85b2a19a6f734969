using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Trees;

/// <summary>
/// Rounds a round's derivatives to whole numbers such that all rows' sums just fit <see cref="PackedSum"/>: with a million rows a
/// derivative of usual size has about 11 bits. Rounding up or down is drawn with the fraction as its chance (as in Shi and others,
/// "Quantized Training of Gradient Boosting Decision Trees", NeurIPS 2022), by a hash of seed, round and row, so that sums are
/// unbiased.
/// </summary>
internal sealed class GradientPacker
{
    private const int RowsPerBlock = 8192;
    private readonly double[] _gradientSums;
    private readonly double[] _hessianSums;

    public GradientPacker(int rows)
    {
        var blocks = (rows + RowsPerBlock - 1) / RowsPerBlock;
        (_gradientSums, _hessianSums) = (new double[blocks], new double[blocks]);
        Packed = GC.AllocateUninitializedArray<long>(rows, pinned: true);
    }

    /// <summary>Per row, its packed derivatives.</summary>
    public long[] Packed { get; }

    /// <summary>What a packed first derivative is multiplied by.</summary>
    public double GradientUnit { get; private set; }

    /// <summary>What a packed second derivative is multiplied by.</summary>
    public double HessianUnit { get; private set; }

    /// <summary>The least packed second derivative of a row.</summary>
    public uint LeastHessian { get; private set; }

    /// <summary>The largest packed second derivative of a row.</summary>
    public uint LargestHessian { get; private set; }

    /// <summary>Packs a round's derivatives.</summary>
    public void Pack(float[] gradients, float[] hessians, ulong salt, int threads, CancellationToken cancellationToken)
    {
        ParallelRanges.Run(_gradientSums.Length, 1, threads, () => 0, (block, _, _) => Sum(block, gradients, hessians), cancellationToken);
        // Blocks are added in their order, so that the scale does not depend on threads either.
        var gradientScale = Scale(int.MaxValue - (double)Packed.Length, _gradientSums);
        var hessianScale = Scale(uint.MaxValue - (double)Packed.Length, _hessianSums);
        GradientUnit = 1 / gradientScale;
        HessianUnit = 1 / hessianScale;
        var least = new uint[_gradientSums.Length];
        var largest = new uint[_gradientSums.Length];
        ParallelRanges.Run(
            _gradientSums.Length, 1, threads, () => 0,
            (block, _, _) => (least[block], largest[block]) = Round(block, gradients, hessians, gradientScale, hessianScale, salt), cancellationToken);
        LeastHessian = least.Min();
        LargestHessian = largest.Max();
    }

    private static double Scale(double room, double[] sums)
    {
        var sum = 0.0;
        foreach (var one in sums)
        {
            sum += one;
        }

        return sum > 0 ? room / sum : 1;
    }

    private void Sum(int block, float[] gradients, float[] hessians)
    {
        var end = Math.Min(Packed.Length, (block + 1) * RowsPerBlock);
        double gradientSum = 0, hessianSum = 0;
        for (var row = block * RowsPerBlock; row < end; row++)
        {
            gradientSum += Math.Abs(gradients[row]);
            hessianSum += hessians[row];
        }

        // A hair more than the sum, for the rounding of sums.
        (_gradientSums[block], _hessianSums[block]) = (gradientSum * (1 + 1e-9), hessianSum * (1 + 1e-9));
    }

    private (uint Least, uint Largest) Round(
        int block, float[] gradients, float[] hessians, double gradientScale, double hessianScale, ulong salt)
    {
        var end = Math.Min(Packed.Length, (block + 1) * RowsPerBlock);
        var (least, largest) = (uint.MaxValue, 1u);
        for (var row = block * RowsPerBlock; row < end; row++)
        {
            var bits = SplitMix.Mix(salt + (ulong)row);
            var gradient = (int)Math.Floor((gradients[row] * gradientScale) + ((bits >> 32) * (1.0 / (1L << 32))));
            var hessian = Math.Max(1, (uint)((hessians[row] * hessianScale) + ((uint)bits * (1.0 / (1L << 32)))));
            Packed[row] = PackedSum.Pack(gradient, hessian);
            (least, largest) = (Math.Min(least, hessian), Math.Max(largest, hessian));
        }

        return (least, largest);
    }
}
