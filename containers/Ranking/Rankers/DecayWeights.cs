namespace Recommender.Ranking.Rankers;

/// <summary>The weight of each of a user's baskets, as <see cref="DecayedFrequencyRanker"/> describes it. Thread-safe.</summary>
/// <param name="settings">The decays, without faults.</param>
/// <param name="mostBaskets">Baskets of the user who has the most.</param>
internal sealed class DecayWeights(DecaySettings settings, int mostBaskets)
{
    private readonly double[] _basketPowers = Powers(settings.BasketDecay, mostBaskets);
    private readonly double[] _groupPowers = Powers(settings.GroupDecay, settings.Groups);

    /// <summary>Writes the weights of a history of so many baskets, oldest first.</summary>
    public void Fill(Span<double> weights)
    {
        var baskets = weights.Length;
        if (baskets == 0)
        {
            return;
        }

        var groups = Math.Min(_groupPowers.Length, baskets);
        var (size, longer) = Math.DivRem(baskets, groups);
        var basket = 0;
        for (var group = 0; group < groups; group++)
        {
            var length = group < groups - longer ? size : size + 1;
            var share = _groupPowers[_groupPowers.Length - 1 - group] / length / groups;
            for (var end = basket + length; basket < end; basket++)
            {
                weights[basket] = _basketPowers[baskets - 1 - basket] * share;
            }
        }
    }

    private static double[] Powers(double rate, int count)
    {
        var powers = new double[count];
        for (var exponent = 0; exponent < count; exponent++)
        {
            powers[exponent] = Math.Pow(rate, exponent);
        }

        return powers;
    }
}
