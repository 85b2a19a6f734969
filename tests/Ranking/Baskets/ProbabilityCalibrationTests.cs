using Recommender.Ranking.Baskets;

namespace Recommender.Ranking.Tests.Baskets;

public class ProbabilityCalibrationTests
{
    [Fact]
    public void Many_rows_give_back_a_curve_that_no_line_fits()
    {
        var (margins, labels) = Drawn(200_000, Curve, new Random(1));
        var calibration = ProbabilityCalibration.Fit(margins, labels);

        Assert.True(calibration.Knots > 10);
        foreach (var margin in new[] { -2, -1, -0.5, 0, 0.5, 1, 2 })
        {
            Assert.Equal(Curve(margin), calibration.Apply(margin), 0.02);
        }
    }

    [Theory]
    [InlineData(900)]
    [InlineData(20_000)]
    public void A_part_of_it_has_log_odds_between_its_own_and_the_margin(int rows)
    {
        var (margins, labels) = Drawn(rows, Curve, new Random(6));
        var calibration = ProbabilityCalibration.Fit(margins, labels);
        var part = calibration.Shrunk(0.25);
        double LogOdds(double margin) => Math.Log(calibration.Apply(margin) / (1 - calibration.Apply(margin)));
        foreach (var margin in new[] { -4, -1.3, 0, 0.7, 4 })
        {
            Assert.Equal(Sigmoid((0.75 * margin) + (0.25 * LogOdds(margin))), part.Apply(margin), 1e-9);
        }

        Assert.Equal(Sigmoid(1.5), calibration.Shrunk(0).Apply(1.5), 1e-12);
        Assert.Equal(calibration.Apply(1.5), calibration.Shrunk(1).Apply(1.5), 1e-12);
    }

    [Fact]
    public void Few_rows_give_a_line()
    {
        var fits = Enumerable.Range(0, 40).Select(seed =>
        {
            var (margins, labels) = Drawn(900, margin => Sigmoid((2 * margin) - 1), new Random(seed));
            return ProbabilityCalibration.Fit(margins, labels);
        }).ToArray();

        Assert.All(fits, fit => Assert.Equal(1, fit.Knots));
        Assert.Equal(Sigmoid(-1), fits.Average(fit => fit.Apply(0)), 0.01);
        Assert.Equal(Sigmoid(1), fits.Average(fit => fit.Apply(1)), 0.01);
        Assert.Equal(Sigmoid(-3), fits.Average(fit => fit.Apply(-1)), 0.01);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(50_000)]
    public void Probabilities_ascend_strictly_with_the_margin_far_beyond_those_seen(int rows)
    {
        var (margins, labels) = Drawn(rows, Curve, new Random(3));
        var calibration = ProbabilityCalibration.Fit(margins, labels);
        var before = 0.0;
        for (var margin = -6.0; margin <= 6; margin += 0.01)
        {
            var probability = calibration.Apply(margin);
            Assert.True(probability > before, $"{probability} at {margin} is not above {before}.");
            before = probability;
        }

        Assert.Equal(1 - ProbabilityCalibration.Margin, calibration.Apply(1e9));
        Assert.Equal(ProbabilityCalibration.Margin, calibration.Apply(-1e9));
    }

    [Fact]
    public void Expected_and_observed_agree_over_all_rows()
    {
        var (margins, labels) = Drawn(50_000, Curve, new Random(4));
        var calibration = ProbabilityCalibration.Fit(margins, labels);

        Assert.Equal(labels.Average(), margins.Average(margin => calibration.Apply(margin)), 0.003);
    }

    [Fact]
    public void A_weight_counts_as_so_many_rows_and_none_as_no_row()
    {
        var (margins, labels) = Drawn(900, Curve, new Random(5));
        var weights = Enumerable.Range(0, margins.Length).Select(row => (float)(row % 3)).ToArray();
        var repeated = Enumerable.Range(0, margins.Length).SelectMany(row => Enumerable.Repeat(row, row % 3)).ToArray();
        var weighted = ProbabilityCalibration.Fit(margins, labels, weights);
        var plain = ProbabilityCalibration.Fit([.. repeated.Select(row => margins[row])], [.. repeated.Select(row => labels[row])]);

        foreach (var margin in new[] { -1.5, 0, 1, 2.5 })
        {
            Assert.Equal(plain.Apply(margin), weighted.Apply(margin), 1e-6);
        }
    }

    [Fact]
    public void Outcomes_of_one_kind_or_against_the_margins_keep_to_their_rate()
    {
        var never = ProbabilityCalibration.Fit([0, 1, 2, 3], [0, 0, 0, 0]);
        var against = ProbabilityCalibration.Fit([0, 1, 2, 3, 4, 5], [1, 1, 1, 0, 0, 0]);

        Assert.Equal(1 / 6.0, never.Apply(1), 1e-6);
        Assert.Equal(0.5, against.Apply(-3), 1e-6);
        Assert.Equal(0.5, against.Apply(9), 1e-6);
        Assert.Same(ProbabilityCalibration.Identity, ProbabilityCalibration.Fit([], []));
        Assert.Equal(Sigmoid(0.7), ProbabilityCalibration.Identity.Apply(0.7), 12);
    }

    [Fact]
    public void Separable_outcomes_stay_finite()
    {
        var margins = Enumerable.Range(-600, 1200).Select(i => i / 100f).ToArray();
        var calibration = ProbabilityCalibration.Fit(margins, [.. margins.Select(margin => margin > 0 ? 1f : 0f)]);

        Assert.InRange(calibration.Apply(-3), ProbabilityCalibration.Margin, 0.1);
        Assert.InRange(calibration.Apply(3), 0.9, 1 - ProbabilityCalibration.Margin);
    }

    [Fact]
    public void Written_and_read_it_is_the_same_to_the_last_bit()
    {
        var (margins, labels) = Drawn(20_000, Curve, new Random(6));
        var calibration = ProbabilityCalibration.Fit(margins, labels);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        calibration.Write(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        var read = ProbabilityCalibration.Read(reader);

        Assert.Equal(stream.Length, stream.Position);
        Assert.NotEqual(calibration.Apply(0.3), calibration.Apply(0.6));
        Assert.All(margins, margin => Assert.Equal(calibration.Apply(margin), read.Apply(margin)));
    }

    [Fact]
    public void Bytes_of_something_else_are_refused()
    {
        using var reader = new BinaryReader(new MemoryStream([9, 1, 0, 0, 0]));
        Assert.Contains("version 9", Assert.Throws<InvalidDataException>(() => ProbabilityCalibration.Read(reader)).Message, StringComparison.Ordinal);
        using var cut = new BinaryReader(new MemoryStream([1, 1, 0, 0, 0, 7]));
        Assert.Throws<EndOfStreamException>(() => ProbabilityCalibration.Read(cut));
    }

    [Theory]
    [InlineData(float.NaN, 1, 1)]
    [InlineData(0, 0.5f, 1)]
    [InlineData(0, 1, -1)]
    public void Bad_rows_are_refused(float margin, float label, float weight) =>
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => ProbabilityCalibration.Fit([0, margin], [1, label], [1, weight])).Message, StringComparison.Ordinal);

    internal static (float[] Margins, float[] Labels) Drawn(int rows, Func<double, double> curve, Random random)
    {
        var margins = Enumerable.Range(0, rows).Select(_ => (float)((random.NextDouble() * 6) - 3)).ToArray();
        return (margins, [.. margins.Select(margin => random.NextDouble() < curve(margin) ? 1f : 0f)]);
    }

    private static double Sigmoid(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>Ascends from 0.05 to 0.95, with a flat middle.</summary>
    private static double Curve(double margin) => 0.5 + (0.45 * Math.Pow(margin / 3, 3));
}
