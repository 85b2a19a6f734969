using System.Runtime.Intrinsics;

namespace Recommender.Ranking.Trees;

/// <summary>
/// What a leaf with given gradient sums is worth. With G and H the sums of first and second derivatives, T = max(|G| − L1, 0) and
/// λ = L2, the best output is −sign(G) T / (H + λ), which lowers the loss (times two) by T² / (H + λ) (Chen and Guestrin,
/// "XGBoost", KDD 2016). Where outputs are bounded, for monotone features, the bounded output's share of it counts.
/// </summary>
internal readonly struct LeafGain(TreeSettings settings, GradientPacker packer, bool bounded, double lower, double upper)
{
    private readonly double _gradientUnit = packer.GradientUnit;
    private readonly double _hessianUnit = packer.HessianUnit;
    private readonly double _l1 = settings.L1;

    /// <summary>Whether outputs are held to bounds.</summary>
    public bool Bounded { get; } = bounded;

    /// <summary>L2 of numeric splits.</summary>
    public double L2 { get; } = settings.L2;

    /// <summary>The second derivatives' sum.</summary>
    public double Hessian(long sum) => PackedSum.Hessian(sum) * _hessianUnit;

    /// <summary>Twice the loss that a leaf with these sums takes away.</summary>
    public double Score(long sum, double l2)
    {
        var gradient = PackedSum.Gradient(sum) * _gradientUnit;
        var hessian = Hessian(sum) + l2;
        if (!Bounded)
        {
            var left = Math.Max(Math.Abs(gradient) - _l1, 0);
            return left * left / hessian;
        }

        var output = Output(sum, l2);
        return -((2 * gradient * output) + (hessian * output * output) + (2 * _l1 * Math.Abs(output)));
    }

    /// <summary>Eight unbounded scores of numeric splits, each the same to the last bit as <see cref="Score(long, double)"/>.</summary>
    public Vector512<double> Score(Vector512<long> sums)
    {
        var hessians = sums & Vector512.Create((long)uint.MaxValue);
        var gradients = Vector512.ConvertToDouble((sums - hessians) >> 32) * Vector512.Create(_gradientUnit);
        var left = Vector512.Max(Vector512.Abs(gradients) - Vector512.Create(_l1), Vector512<double>.Zero);
        return left * left / ((Vector512.ConvertToDouble(hessians) * Vector512.Create(_hessianUnit)) + Vector512.Create(L2));
    }

    /// <summary>The best output within the bounds, before the learning rate.</summary>
    public double Output(long sum, double l2)
    {
        var gradient = PackedSum.Gradient(sum) * _gradientUnit;
        var output = -Math.Sign(gradient) * Math.Max(Math.Abs(gradient) - _l1, 0) / (Hessian(sum) + l2);
        return Bounded ? Math.Clamp(output, lower, upper) : output;
    }
}
