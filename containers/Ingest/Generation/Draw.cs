namespace Recommender.Ingest.Generation;

/// <summary>Draws from the distributions the habits are made of.</summary>
internal static class Draw
{
    /// <summary>Exponential with mean 1.</summary>
    internal static double Exponential(ref SplitMix64 random) => -Math.Log(1 - random.NextDouble());

    /// <summary>Standard normal (Box and Muller 1958, one of the pair).</summary>
    internal static double Normal(ref SplitMix64 random) =>
        Math.Sqrt(2 * Exponential(ref random)) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Weibull with the given shape and scale 1.</summary>
    internal static double Weibull(ref SplitMix64 random, double shape) => Math.Pow(Exponential(ref random), 1 / shape);

    /// <summary>Gamma with the given shape and mean 1 (Marsaglia and Tsang 2000).</summary>
    internal static double Gamma(ref SplitMix64 random, double shape)
    {
        var boost = shape < 1 ? Math.Pow(1 - random.NextDouble(), 1 / shape) : 1;
        var d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal(ref random);
            var v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            if (Math.Log(1 - random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return boost * d * v / shape;
            }
        }
    }

    /// <summary>An index with probability proportional to its weight.</summary>
    internal static int Weighted(ref SplitMix64 random, ReadOnlySpan<double> weights)
    {
        double total = 0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var left = random.NextDouble() * total;
        for (var i = 0; i < weights.Length - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }
}
