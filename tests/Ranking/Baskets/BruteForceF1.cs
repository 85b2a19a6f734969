namespace Recommender.Ranking.Tests.Baskets;

/// <summary>Expected F1 by listing every truth, and the best prediction by listing every prediction.</summary>
internal static class BruteForceF1
{
    /// <summary>Expected F1 of predicting the products whose bit is set, and "None" if asked for.</summary>
    public static double Expected(double[] probabilities, int predicted, bool none)
    {
        var expected = 0.0;
        for (var truth = 0; truth < 1 << probabilities.Length; truth++)
        {
            var chance = 1.0;
            for (var i = 0; i < probabilities.Length; i++)
            {
                chance *= (truth >> i & 1) == 1 ? probabilities[i] : 1 - probabilities[i];
            }

            var hits = int.PopCount(truth & predicted) + (truth == 0 && none ? 1 : 0);
            var sizes = int.PopCount(predicted) + (none ? 1 : 0) + Math.Max(int.PopCount(truth), 1);
            expected += chance * 2 * hits / sizes;
        }

        return expected;
    }

    /// <summary>The greatest expected F1 of any prediction.</summary>
    public static double Best(double[] probabilities, bool noneBesideProducts)
    {
        var best = Expected(probabilities, 0, none: true);
        for (var predicted = 1; predicted < 1 << probabilities.Length; predicted++)
        {
            best = Math.Max(best, Expected(probabilities, predicted, none: false));
            best = noneBesideProducts ? Math.Max(best, Expected(probabilities, predicted, none: true)) : best;
        }

        return best;
    }
}
