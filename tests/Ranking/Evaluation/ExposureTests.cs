using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Tests.Evaluation;

public class ExposureTests
{
    [Fact]
    public void Means_are_the_measures_by_definition()
    {
        var random = new Random(1);
        for (var round = 0; round < 30; round++)
        {
            var lists = Lists(random, 12, 5);
            var users = Enumerable.Range(0, 12).Where(user => user % 5 != round % 5).ToArray();
            var exposure = new Exposure(lists, users, 3, 20);
            var counts = Counts(lists, users, 3);

            Assert.Equal(counts.Count(count => count > 0), exposure.Distinct().Average(), 9);
            Assert.Equal(Gini(counts), exposure.Gini()!.Average(), 9);
        }
    }

    [Fact]
    public void A_users_pseudo_value_is_what_leaving_the_user_out_changes()
    {
        var lists = Lists(new Random(2), 10, 5);
        var users = Enumerable.Range(0, 10).ToArray();
        double Distinct(int[] of) => Counts(lists, of, 5).Count(count => count > 0);
        var pseudo = new Exposure(lists, users, 5, 20).Distinct();
        double[] jackknife = [.. users.Select(left => (10 * Distinct(users)) - (9 * Distinct([.. users.Where(user => user != left)])))];

        Assert.All(users, user => Assert.Equal(jackknife[user] - jackknife.Average(), pseudo[user] - pseudo.Average(), 9));
    }

    [Fact]
    public void Ginis_influence_is_the_slope_in_a_users_weight()
    {
        // Counts 4, 3, 2 and 1, none equal: a small change of weight changes no place.
        var lists = Of([0, 1], [0, 1], [0, 1], [0, 2], [2, 3]);
        var pseudo = new Exposure(lists, [0, 1, 2, 3, 4], 2, 4).Gini()!;
        const double Step = 1e-6;
        for (var user = 0; user < 5; user++)
        {
            double At(double step)
            {
                double[] counts = [4, 3, 2, 1];
                foreach (var item in lists.First(user, 2))
                {
                    counts[item] += step;
                }

                return Gini(counts);
            }

            Assert.Equal(pseudo.Average() + (5 * (At(Step) - At(-Step)) / (2 * Step)), pseudo[user], 1e-5);
        }
    }

    [Fact]
    public void No_lists_have_no_inequality()
    {
        Assert.Null(new Exposure(Of([], []), [0, 1], 2, 4).Gini());
        Assert.Equal([0, 0], new Exposure(Of([], []), [0, 1], 2, 4).Distinct());
        Assert.Equal(0, new Exposure(Of([0, 1], [2, 3]), [0, 1], 2, 4).Gini()!.Average(), 12);
        Assert.Equal(0.75, new Exposure(Of([0], [0]), [0, 1], 1, 4).Gini()!.Average(), 12);
    }

    private static double Gini(int[] counts) => Gini([.. counts.Select(count => (double)count)]);

    /// <summary>Half the mean absolute difference over the mean.</summary>
    private static double Gini(double[] counts) =>
        counts.Sum(one => counts.Sum(other => Math.Abs(one - other))) / (2 * counts.Length * counts.Sum());

    private static int[] Counts(RankedLists lists, int[] users, int k) =>
        [.. Enumerable.Range(0, 20).Select(item => users.Count(user => lists.First(user, k).Contains(item)))];

    private static RankedLists Lists(Random random, int users, int length) => Of([.. Enumerable.Range(0, users).Select(_ =>
        Enumerable.Range(0, 20).OrderBy(item => random.NextDouble() * (item + 1)).Take(random.Next(1, length + 1)).ToArray())]);

    private static RankedLists Of(params int[][] lists)
    {
        var ranked = new RankedLists(lists.Length, 5);
        for (var user = 0; user < lists.Length; user++)
        {
            lists[user].CopyTo(ranked.Room(user));
        }

        return ranked;
    }
}
