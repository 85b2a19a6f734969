namespace Recommender.Ranking.Trees;

/// <summary>
/// What a leaf with given gradient sums is worth. With G and H the sums of first and second derivatives, T = max(|G| − L1, 0) and
/// λ = L2, the best output is −sign(G) T / (H + λ), which lowers the loss (times two) by T² / (H + λ) (Chen and Guestrin,
/// "XGBoost", KDD 2016). Where outputs are bounded, for monotone features, the bounded output's share of it counts.
/// </summary>
internal readonly struct LeafGain(TreeSettings settings, GradientPacker packer, bool bounded, double lower, double upper)
{
    /// <summary>What a packed first derivative is multiplied by.</summary>
    public double GradientUnit { get; } = packer.GradientUnit;

    /// <summary>What a packed second derivative is multiplied by.</summary>
    public double HessianUnit { get; } = packer.HessianUnit;

    /// <summary>L1.</summary>
    public double L1 { get; } = settings.L1;

    /// <summary>Whether outputs are held to bounds.</summary>
    public bool Bounded { get; } = bounded;

    /// <summary>L2 of numeric splits.</summary>
    public double L2 { get; } = settings.L2;

    /// <summary>The second derivatives' sum.</summary>
    public double Hessian(long sum) => PackedSum.Hessian(sum) * HessianUnit;

    /// <summary>Twice the loss that a leaf with these sums takes away.</summary>
    public double Score(long sum, double l2)
    {
        var gradient = PackedSum.Gradient(sum) * GradientUnit;
        var hessian = Hessian(sum) + l2;
        if (!Bounded)
        {
            var left = Math.Max(Math.Abs(gradient) - L1, 0);
            return left * left / hessian;
        }

        var output = Output(sum, l2);
        return -((2 * gradient * output) + (hessian * output * output) + (2 * L1 * Math.Abs(output)));
    }

    /// <summary>The best output within the bounds, before the learning rate.</summary>
    public double Output(long sum, double l2)
    {
        var gradient = PackedSum.Gradient(sum) * GradientUnit;
        var output = -Math.Sign(gradient) * Math.Max(Math.Abs(gradient) - L1, 0) / (Hessian(sum) + l2);
        return Bounded ? Math.Clamp(output, lower, upper) : output;
    }
}
