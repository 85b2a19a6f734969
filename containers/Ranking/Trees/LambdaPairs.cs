namespace Recommender.Ranking.Trees;

/// <summary>The pulls between the rows of a group, for <see cref="LambdaRankLoss"/>.</summary>
internal static class LambdaPairs
{
    /// <summary>Added to the margins' distance that a pair's weight is divided by.</summary>
    private const double Closest = 0.01;

    /// <summary>Adds each pair's derivatives.</summary>
    /// <param name="ranked">The group.</param>
    /// <param name="length">Its rows.</param>
    /// <param name="truncation">The upper row of a pair is among so many first.</param>
    /// <param name="discounts">By position, what a gain counts there.</param>
    /// <param name="scale">1 over the group's best DCG.</param>
    /// <returns>The sum of all pulls.</returns>
    public static double Pull(RankedGroup ranked, int length, int truncation, double[] discounts, double scale)
    {
        var (margins, gains, gradients, hessians) = (ranked.Margins, ranked.Gains, ranked.Gradients, ranked.Hessians);
        // As long as all margins are equal their distances say nothing.
        var spread = margins[0] != margins[length - 1];
        var pulls = 0.0;
        for (var upper = 0; upper < Math.Min(length, truncation); upper++)
        {
            for (var lower = upper + 1; lower < length; lower++)
            {
                var better = gains[upper] - gains[lower];
                if (better == 0)
                {
                    continue;
                }

                var distance = margins[upper] - margins[lower];
                var change = Math.Abs(better) * (discounts[upper] - discounts[lower]) * scale;
                change = spread ? change / (Closest + distance) : change;
                // How wrong the order of the margins has it: the upper row may be the worse one.
                var wrong = 1 / (1 + MathF.Exp((float)(better > 0 ? distance : -distance)));
                var pull = wrong * change;
                var up = better > 0 ? pull : -pull;
                gradients[upper] -= up;
                gradients[lower] += up;
                hessians[upper] += pull * (1 - wrong);
                hessians[lower] += pull * (1 - wrong);
                pulls += 2 * pull;
            }
        }

        return pulls;
    }
}
