using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Tests.Evaluation;

public class AreaUnderCurveTests
{
    [Fact]
    public void It_is_the_share_of_pairs_of_pairs_in_the_right_order()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var (scores, outcomes, _) = Drawn(random, 40, 5, random.Next(1, 12));
            Assert.Equal(Naive(scores, outcomes), AreaUnderCurve.Of(scores, outcomes), 12);
        }
    }

    [Fact]
    public void Pseudo_values_are_the_area_plus_how_it_moves_with_a_users_weight()
    {
        var random = new Random(2);
        for (var round = 0; round < 50; round++)
        {
            var (scores, outcomes, users) = Drawn(random, 60, 6, 8);
            var pseudo = AreaUnderCurve.PseudoValues(scores, outcomes, users, 6)!;

            Assert.Equal(Naive(scores, outcomes), pseudo.Average(), 12);
            const double Step = 1e-6;
            for (var user = 0; user < 6; user++)
            {
                double At(double weight) => Naive(scores, outcomes, pair => users[pair] == user ? weight : 1);
                var slope = (At(1 + Step) - At(1 - Step)) / (2 * Step);
                Assert.Equal(pseudo.Average() + (6 * slope), pseudo[user], 1e-6);
            }
        }
    }

    [Fact]
    public void One_outcome_has_no_area()
    {
        Assert.Equal(double.NaN, AreaUnderCurve.Of([1, 2], [true, true]));
        Assert.Equal(double.NaN, AreaUnderCurve.Of([], []));
        Assert.Null(AreaUnderCurve.PseudoValues([1, 2], [false, false], [0, 0], 1));
        Assert.Equal(1, AreaUnderCurve.Of([1, 2], [false, true]));
        Assert.Equal(0, AreaUnderCurve.Of([2, 1], [false, true]));
        Assert.Equal(0.5, AreaUnderCurve.Of([3, 3], [false, true]));
    }

    /// <summary>Over all pairs of a pair with the outcome and one without: O(n²).</summary>
    private static double Naive(double[] scores, bool[] outcomes, Func<int, double>? weight = null)
    {
        var (wins, all) = (0.0, 0.0);
        for (var yes = 0; yes < scores.Length; yes++)
        {
            for (var no = 0; outcomes[yes] && no < scores.Length; no++)
            {
                var both = outcomes[no] ? 0 : (weight?.Invoke(yes) ?? 1) * (weight?.Invoke(no) ?? 1);
                all += both;
                wins += both * (scores[yes] > scores[no] ? 1 : scores[yes] == scores[no] ? 0.5 : 0);
            }
        }

        return wins / all;
    }

    private static (double[] Scores, bool[] Outcomes, int[] Users) Drawn(Random random, int pairs, int users, int levels)
    {
        var scores = Enumerable.Range(0, pairs).Select(_ => (double)random.Next(levels)).ToArray();
        return (
            scores,
            [.. scores.Select((score, pair) => pair == 0 || (pair > 1 && random.NextDouble() < (score + 1) / (levels + 2)))],
            [.. scores.Select(_ => random.Next(users))]);
    }
}
