using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recommender.Ranking.Trees;

/// <summary>The best threshold of a numeric feature where outputs are free and rows were not counted, eight codes at a time.</summary>
internal static class VectorScan
{
    private const int Lanes = 8;

    /// <param name="bins">Sums by code, without the missing one.</param>
    /// <param name="left">What goes left anyway.</param>
    /// <param name="gain">What leaves are worth.</param>
    /// <param name="limits">What splits must keep.</param>
    /// <returns>The last code that goes left, of equal gains the lowest, and the gain; -∞ where no split is allowed.</returns>
    [SkipLocalsInit]
    public static unsafe (int Code, double Gain) Best(ReadOnlySpan<long> bins, long left, in LeafGain gain, in SplitLimits limits)
    {
        var lefts = stackalloc long[BundleLayout.MostCodes + Lanes];
        var all = limits.Leaf.Sum;
        for (var code = 0; code < bins.Length; code++)
        {
            left += bins[code];
            lefts[code] = left;
        }

        // Beyond the end nothing goes right, which is never allowed.
        Vector512.Create(all).Store(lefts + bins.Length);
        var total = Vector512.Create(all);
        var hessian = Vector512.Create((long)uint.MaxValue);
        var possible = Vector512.Create(limits.Possible);
        var parent = Vector512.Create(limits.Parent);
        var (gradientUnit, hessianUnit) = (Vector512.Create(gain.GradientUnit), Vector512.Create(gain.HessianUnit));
        var (l1, l2) = (Vector512.Create(gain.L1), Vector512.Create(gain.L2));
        var best = Vector512.Create(double.NegativeInfinity);
        var codes = Vector512<long>.Zero;
        for (var code = 0; code < bins.Length; code += Lanes)
        {
            var lower = Vector512.Load(lefts + code);
            var upper = total - lower;
            var (lowerHessian, upperHessian) = (lower & hessian, upper & hessian);
            var allowed = Vector512.GreaterThanOrEqual(Vector512.Min(lowerHessian, upperHessian), possible);
            if (allowed == Vector512<long>.Zero)
            {
                continue;
            }

            var more = Score(lower, lowerHessian, gradientUnit, hessianUnit, l1, l2) + Score(upper, upperHessian, gradientUnit, hessianUnit, l1, l2) - parent;
            var better = Vector512.GreaterThan(more, best) & allowed.AsDouble();
            best = Vector512.ConditionalSelect(better, more, best);
            codes = Vector512.ConditionalSelect(better.AsInt64(), Vector512.Create((long)code), codes);
        }

        var (first, most) = (-1, double.NegativeInfinity);
        for (var lane = 0; lane < Lanes; lane++)
        {
            var code = (int)codes[lane] + lane;
            if (best[lane] > most || (best[lane] == most && code < first))
            {
                (first, most) = (code, best[lane]);
            }
        }

        return (first, most);
    }

    /// <summary>Eight times <see cref="LeafGain.Score"/>, to the last bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Score(
        Vector512<long> sums, Vector512<long> hessians, Vector512<double> gradientUnit, Vector512<double> hessianUnit, Vector512<double> l1, Vector512<double> l2)
    {
        var gradients = Vector512.ConvertToDouble((sums - hessians) >> 32) * gradientUnit;
        var left = Vector512.Max(Vector512.Abs(gradients) - l1, Vector512<double>.Zero);
        return left * left / ((Vector512.ConvertToDouble(hessians) * hessianUnit) + l2);
    }
}
