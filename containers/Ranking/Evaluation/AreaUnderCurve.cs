namespace Recommender.Ranking.Evaluation;

/// <summary>
/// Area under the ROC curve: the chance that a pair with the outcome has a higher score than one without, equal scores counted
/// half (Mann and Whitney). Pairs of all users are pooled.
/// </summary>
internal static class AreaUnderCurve
{
    /// <summary>The area; NaN where all pairs have one outcome.</summary>
    public static double Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes)
    {
        var (wins, yes, no) = (0.0, 0L, 0L);
        var (keys, order) = Sorted(scores);
        for (var first = 0; first < keys.Length;)
        {
            var end = EndOfTie(keys, first);
            var tied = Count(outcomes, order.AsSpan(first, end - first));
            wins += tied * (no + ((end - first - tied) / 2.0));
            (yes, no, first) = (yes + tied, no + end - first - tied, end);
        }

        return wins / yes / no;
    }

    /// <summary>
    /// The area's pseudo-values by user (see <see cref="MetricColumn"/>): with w(u) the wins of the user's pairs with the outcome
    /// over anyone's without, plus those of anyone's with it over the user's without, the area plus n × (w(u) − area × (P(u) N + N(u) P)) / (P N)
    /// of n users, with P and N the numbers of pairs with and without, P(u) and N(u) the user's.
    /// </summary>
    /// <param name="scores">By pair.</param>
    /// <param name="outcomes">By pair.</param>
    /// <param name="users">By pair, the user's place, 0 to below <paramref name="count"/>.</param>
    /// <param name="count">Number of users.</param>
    /// <returns>By user; null where all pairs have one outcome.</returns>
    public static double[]? PseudoValues(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes, ReadOnlySpan<int> users, int count)
    {
        var all = (double)outcomes.Count(true);
        var without = outcomes.Length - all;
        if (all == 0 || without == 0)
        {
            return null;
        }

        var wins = new double[count];
        var expected = new double[count];
        var (total, yes, no) = (0.0, 0L, 0L);
        var (keys, order) = Sorted(scores);
        for (var first = 0; first < keys.Length;)
        {
            var end = EndOfTie(keys, first);
            var tied = Count(outcomes, order.AsSpan(first, end - first));
            var tiedWithout = end - first - tied;
            foreach (var pair in order.AsSpan(first, end - first))
            {
                wins[users[pair]] += outcomes[pair] ? no + (tiedWithout / 2.0) : all - yes - (tied / 2.0);
                expected[users[pair]] += outcomes[pair] ? without : all;
            }

            total += tied * (no + (tiedWithout / 2.0));
            (yes, no, first) = (yes + tied, no + tiedWithout, end);
        }

        var area = total / all / without;
        return [.. wins.Select((won, user) => area + (count * (won - (area * expected[user])) / all / without))];
    }

    private static (double[] Keys, int[] Order) Sorted(ReadOnlySpan<double> scores)
    {
        var keys = scores.ToArray();
        var order = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(keys, order);
        return (keys, order);
    }

    private static int EndOfTie(double[] keys, int first)
    {
        var end = first + 1;
        while (end < keys.Length && keys[end] == keys[first])
        {
            end++;
        }

        return end;
    }

    private static int Count(ReadOnlySpan<bool> outcomes, ReadOnlySpan<int> pairs)
    {
        var count = 0;
        foreach (var pair in pairs)
        {
            count += outcomes[pair] ? 1 : 0;
        }

        return count;
    }
}
