namespace Recommender.Ranking.Baskets;

/// <summary>
/// Finds the basket of greatest expected F1 where each product is in the truth with its own probability, independently of the
/// others, and "None" is the truth where no product is: one thread's, which allocates nothing once its scratch memory has grown.
/// </summary>
/// <remarks>
/// The best set of k is that of the k most likely (Lewis, SIGIR 1995), so that only k is sought. Exact, by the dynamic programme of
/// Ye, Chai, Lee and Chieu, "Optimizing F-measure: a tale of two approaches" (ICML 2012), with β = 1: with S the number of the
/// first k that are in the truth and R that of the others,
/// <code>f(k) = Σ over h of 2h × P(S = h) × s(k, k + h), where s(k, a) = E[1 / (a + R)]
/// s(k − 1, a) = p_k × s(k, a + 1) + (1 − p_k) × s(k, a)</code>
/// "None" beside k products makes a prediction of k + 1 items, right only where nothing is bought: 2 P(nothing) / (k + 2) more.
/// Only k up to the last that bounds allow are tried: f(k) is at most 2μ/(k + μ), with μ the sum of the first k probabilities
/// (|truth| ≥ h, and 2h/(k + h) is concave), and at least 2μ/(k + 1 + Λ), with Λ the sum of all (1/x is convex).
/// </remarks>
internal sealed class BasketSelector
{
    /// <summary>Chances below this (1e-30) are taken for none.</summary>
    private const double Negligible = 1e-30;

    /// <summary>What rounding may do to bounds: 1e-9.</summary>
    private const double Slack = 1e-9;

    // By k and h, row after row of k + 1: the chance that h of the first k are in the truth.
    private double[] _heads = [];

    // By r: the chance that r of the others are.
    private double[] _rest = [];

    // By a: s(k, a), for the k at hand.
    private double[] _inverse = [];

    /// <summary>The best number of products to predict where "None" stands for an empty prediction, never beside products.</summary>
    /// <param name="probabilities">Chance of each product, 0 to 1, the greatest first.</param>
    /// <param name="expectedF1">Its expected F1, where an empty prediction is right where nothing is bought.</param>
    /// <returns>How many of the first; 0 = None.</returns>
    /// <exception cref="ArgumentException">A probability is out of range or above the one before it.</exception>
    public int Select(ReadOnlySpan<double> probabilities, out double expectedF1)
    {
        var choice = Choose(probabilities, noneBesideProducts: false);
        expectedF1 = choice.ExpectedF1;
        return choice.Products;
    }

    /// <summary>The best prediction, "None" beside products among those tried if asked for; of equal ones (0 products alone, then k products without, then with "None") the smallest.</summary>
    /// <inheritdoc cref="Select"/>
    public BasketChoice Choose(ReadOnlySpan<double> probabilities, bool noneBesideProducts)
    {
        var nothing = Check(probabilities);
        var most = MostProducts(probabilities, nothing, noneBesideProducts);
        Grow(most, probabilities.Length - most);
        FillHeads(probabilities[..most]);
        FillInverse(most, FillRest(probabilities[most..]));
        var best = new BasketChoice(0, true, 0);
        for (var k = most; k >= 1; k--)
        {
            var chances = _heads.AsSpan(k * (k + 1) / 2, k + 1);
            var beside = noneBesideProducts ? Expected(chances, _inverse.AsSpan(k + 1)) + (2 * nothing / (k + 2)) : 0;
            var alone = Expected(chances, _inverse.AsSpan(k));
            best = beside >= best.ExpectedF1 ? new BasketChoice(k, true, beside) : best;
            best = alone >= best.ExpectedF1 ? new BasketChoice(k, false, alone) : best;
            PutBack(probabilities[k - 1], (2 * k) - 1);
        }

        return nothing >= best.ExpectedF1 ? new BasketChoice(0, true, nothing) : best;
    }

    /// <returns>The chance that no product is in the truth.</returns>
    private static double Check(ReadOnlySpan<double> probabilities)
    {
        var (nothing, before) = (1.0, 1.0);
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (!(probabilities[i] >= 0 && probabilities[i] <= before))
            {
                throw new ArgumentException($"Probability {i} is {probabilities[i]}; it must be from 0 to the one before it, {before}.", nameof(probabilities));
            }

            before = probabilities[i];
            nothing *= 1 - before;
        }

        return nothing;
    }

    /// <returns>A number of products beyond which none can be the best.</returns>
    private static int MostProducts(ReadOnlySpan<double> probabilities, double nothing, bool noneBesideProducts)
    {
        var all = 0.0;
        foreach (var probability in probabilities)
        {
            all += probability;
        }

        var (reached, sum) = (nothing, 0.0);
        for (var k = 1; k <= probabilities.Length; k++)
        {
            sum += probabilities[k - 1];
            reached = Math.Max(reached, 2 * sum / (k + 1 + all));
        }

        for (var k = probabilities.Length; k >= 1; k--)
        {
            var beside = noneBesideProducts ? (2 * sum / (k + 1 + sum)) + (2 * nothing / (k + 2)) : 0;
            if (Math.Max(2 * sum / (k + sum), beside) >= reached - Slack)
            {
                return k;
            }

            sum -= probabilities[k - 1];
        }

        return 0;
    }

    private static double Expected(ReadOnlySpan<double> chances, ReadOnlySpan<double> inverse)
    {
        var sum = 0.0;
        for (var hits = 1; hits < chances.Length; hits++)
        {
            sum += hits * chances[hits] * inverse[hits];
        }

        return 2 * sum;
    }

    private void Grow(int most, int others)
    {
        Grow(ref _heads, checked((most + 1) * (most + 2) / 2));
        Grow(ref _rest, others + 1);
        Grow(ref _inverse, (2 * most) + 2);
    }

    private static void Grow(ref double[] array, int length) =>
        array = array.Length >= length ? array : new double[Math.Max(length, array.Length * 2)];

    private void FillHeads(ReadOnlySpan<double> probabilities)
    {
        _heads[0] = 1;
        for (var k = 1; k <= probabilities.Length; k++)
        {
            var before = _heads.AsSpan((k - 1) * k / 2, k);
            var row = _heads.AsSpan(k * (k + 1) / 2, k + 1);
            var p = probabilities[k - 1];
            row[0] = (1 - p) * before[0];
            for (var h = 1; h < k; h++)
            {
                row[h] = (p * before[h - 1]) + ((1 - p) * before[h]);
            }

            row[k] = p * before[k - 1];
        }
    }

    /// <returns>How many numbers of the others have more than a negligible chance.</returns>
    private int FillRest(ReadOnlySpan<double> probabilities)
    {
        _rest[0] = 1;
        var length = 1;
        foreach (var p in probabilities)
        {
            var highest = p * _rest[length - 1];
            for (var r = length - 1; r >= 1; r--)
            {
                _rest[r] = (p * _rest[r - 1]) + ((1 - p) * _rest[r]);
            }

            _rest[0] *= 1 - p;
            if (highest >= Negligible)
            {
                _rest[length++] = highest;
            }
        }

        return length;
    }

    private void FillInverse(int most, int numbers)
    {
        for (var a = 1; a <= (2 * most) + 1; a++)
        {
            var sum = 0.0;
            for (var r = 0; r < numbers; r++)
            {
                sum += _rest[r] / (a + r);
            }

            _inverse[a] = sum;
        }
    }

    /// <summary>Turns s(k, ·) into s(k − 1, ·), where product k is one of the others: for a = 1 … last.</summary>
    private void PutBack(double probability, int last)
    {
        for (var a = 1; a <= last; a++)
        {
            _inverse[a] = (probability * _inverse[a + 1]) + ((1 - probability) * _inverse[a]);
        }
    }
}
