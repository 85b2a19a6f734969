using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Tests.Evaluation;

public class BootstrapTests
{
    [Fact]
    public void The_spread_of_a_mean_is_its_standard_error()
    {
        foreach (var users in new[] { 100, 2_000, 20_000 })
        {
            var random = new Random(users);
            double[] values = [.. Enumerable.Range(0, users).Select(_ => Math.Pow(random.NextDouble(), 2))];
            var column = MetricColumn.Mean("recall", 10, values);
            var drawn = Bootstrap.Of([column], new BootstrapOptions { Resamples = 4_000 }).Values(0).ToArray();
            var expected = Deviation(values) / Math.Sqrt(users);

            Assert.Equal(column.Value, drawn.Average(), expected / 10);
            Assert.InRange(Deviation(drawn) / expected, 0.95, 1.05);
        }
    }

    [Fact]
    public void Columns_are_drawn_together_and_users_who_do_not_count_are_left_out()
    {
        var random = new Random(2);
        double[] values = [.. Enumerable.Range(0, 300).Select(user => user % 3 == 0 ? double.NaN : random.NextDouble())];
        var one = MetricColumn.Mean("recall", 10, values);
        var other = MetricColumn.Mean("recall", 20, [.. values.Select(value => value + 1)]);
        var bootstrap = Bootstrap.Of([one, other], new BootstrapOptions());

        Assert.Equal((200, 200), (one.Users, other.Users));
        Assert.All(Enumerable.Range(0, 1_000), i => Assert.Equal(bootstrap.Values(0)[i] + 1, bootstrap.Values(1)[i], 9));
        Assert.Equal(values.Where(value => !double.IsNaN(value)).Average(), one.Value, 12);
    }

    [Fact]
    public void A_ratio_is_that_of_the_drawn_sums()
    {
        var random = new Random(3);
        double[] weights = [.. Enumerable.Range(0, 50).Select(_ => (double)random.Next(0, 9))];
        var column = new MetricColumn("log_loss", 0, [.. weights.Select(weight => weight * 0.7)], weights);

        Assert.All(Bootstrap.Of([column], new BootstrapOptions()).Values(0).ToArray(), value => Assert.Equal(0.7, value, 12));
        Assert.Equal(double.NaN, Bootstrap.Of([new MetricColumn("f1", 0, [0, 0], [0, 0])], new BootstrapOptions()).Values(0)[0]);
    }

    [Fact]
    public void The_draws_follow_from_the_seed_and_not_from_the_threads()
    {
        var random = new Random(4);
        var columns = Enumerable.Range(0, 7).Select(_ => MetricColumn.Mean("recall", 10, [.. Enumerable.Range(0, 3_000).Select(_ => random.NextDouble())])).ToList();
        double[] Drawn(ulong seed, int threads) => Bootstrap.Of(columns, new BootstrapOptions { Seed = seed, Threads = threads }).Values(3).ToArray();

        Assert.Equal(Drawn(1, 1), Drawn(1, 5));
        Assert.NotEqual(Drawn(1, 1), Drawn(2, 1));
        Assert.Equal(1_000, Drawn(1, 1).Distinct().Count());
    }

    [Fact]
    public void Drawing_an_area_by_pseudo_values_is_as_good_as_drawing_its_users()
    {
        var random = new Random(5);
        const int Users = 80;
        var pairs = Enumerable.Range(0, Users).SelectMany(user =>
        {
            var level = random.NextDouble();
            return Enumerable.Range(0, random.Next(3, 30)).Select(_ => (User: user, Score: level + random.NextDouble())).ToArray();
        }).Select(pair => (pair.User, pair.Score, Outcome: random.NextDouble() < pair.Score / 2)).ToArray();
        var byUser = pairs.ToLookup(pair => pair.User);
        double[] Scores(IEnumerable<int> users) => [.. users.SelectMany(user => byUser[user]).Select(pair => pair.Score)];
        bool[] Outcomes(IEnumerable<int> users) => [.. users.SelectMany(user => byUser[user]).Select(pair => pair.Outcome)];
        var all = Enumerable.Range(0, Users).ToArray();
        var pseudo = AreaUnderCurve.PseudoValues(Scores(all), Outcomes(all), [.. pairs.Select(pair => pair.User)], Users)!;
        var quick = Interval.OfResamples(Bootstrap.Of([MetricColumn.Mean("auc", 0, pseudo)], new BootstrapOptions()).Values(0), 0.95)!.Value;
        var whole = Interval.OfResamples(
            [.. Enumerable.Range(0, 300).Select(_ => all.Select(_ => random.Next(Users)).ToArray()).Select(users => AreaUnderCurve.Of(Scores(users), Outcomes(users)))], 0.95)!.Value;

        Assert.Equal(whole.High - whole.Low, quick.High - quick.Low, 0.2 * (whole.High - whole.Low));
        Assert.Equal(whole.Low, quick.Low, 0.2 * (whole.High - whole.Low));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Bootstrap.Of([MetricColumn.Mean("f1", 0, [1]), MetricColumn.Mean("f1", 0, [1, 2])], new BootstrapOptions()));
        var error = Assert.Throws<ArgumentException>(() => new BootstrapOptions { Resamples = 5, Confidence = 1, Threads = 0 }.Validate());
        Assert.Contains("Resamples is 5", error.Message, StringComparison.Ordinal);
        Assert.Contains("Confidence is 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("Threads is 0", error.Message, StringComparison.Ordinal);
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => Math.Pow(value - mean, 2)));
    }
}
