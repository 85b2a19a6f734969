using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Tests.Evaluation;

public class PairedComparisonTests
{
    [Fact]
    public void A_small_but_steady_lead_is_beyond_noise_where_the_means_alone_are_not()
    {
        var random = new Random(1);
        var theirs = Enumerable.Range(0, 400).Select(_ => random.NextDouble()).ToArray();
        var ours = theirs.Select(value => value + 0.01 + (0.02 * (random.NextDouble() - 0.5))).ToArray();
        var paired = PairedComparison.Of(ours, theirs);

        Assert.True(paired.AheadBeyondNoise, paired.ToString());
        Assert.InRange(paired.Difference, paired.Low, paired.High);
        Assert.Equal(2.0 / 1001, paired.PValue, 12);
        random.Shuffle(ours);
        var unpaired = PairedComparison.Of(ours, theirs);
        Assert.False(unpaired.AheadBeyondNoise, unpaired.ToString());
        Assert.True(PairedComparison.Of(theirs, theirs.Select(value => value + 0.1).ToArray()).BehindBeyondNoise);
    }

    [Fact]
    public void No_difference_is_none()
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(i => i / 50.0)];
        var comparison = PairedComparison.Of(values, values);

        Assert.Equal((0, 0, 0, 1), (comparison.Difference, comparison.Low, comparison.High, comparison.PValue));
        Assert.False(comparison.AheadBeyondNoise || comparison.BehindBeyondNoise);
    }

    [Fact]
    public void Only_users_with_both_values_count()
    {
        double[] ours = [double.NaN, .. Enumerable.Repeat(0.5, 10), 1];
        double[] theirs = [1, .. Enumerable.Repeat(0.25, 10), double.NaN];
        var comparison = PairedComparison.Of(ours, theirs);

        Assert.Equal((10, 0.5, 0.25), (comparison.Users, comparison.Ours, comparison.Theirs));
        Assert.Contains("10 users", comparison.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Contains("2 values", Assert.Throws<ArgumentException>(() => PairedComparison.Of([1, 2], [1])).Message, StringComparison.Ordinal);
        Assert.Contains("1 users", Assert.Throws<ArgumentException>(() => PairedComparison.Of([1, double.NaN], [1, 2])).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void An_interval_of_95_percent_holds_the_truth_about_so_often_and_p_is_as_often_below_5_percent()
    {
        var random = new Random(3);
        const int Rounds = 1_000;
        const double Truth = 0.03;
        var (held, significant) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            // Skewed, as metrics by user are.
            var differences = Enumerable.Range(0, 200).Select(_ => Truth + (random.NextDouble() < 0.3 ? 0.7 : -0.3) * random.NextDouble()).ToArray();
            var zero = new double[differences.Length];
            var options = new BootstrapOptions { Seed = (ulong)round, Threads = 1, Resamples = 500 };
            var comparison = PairedComparison.Of(differences, zero, options);
            held += comparison.Low <= Truth && Truth <= comparison.High ? 1 : 0;
            significant += PairedComparison.Of([.. differences.Select(value => value - Truth)], zero, options).PValue < 0.05 ? 1 : 0;
        }

        Assert.InRange(held / (double)Rounds, 0.925, 0.97);
        Assert.InRange(significant / (double)Rounds, 0.03, 0.075);
    }
}
