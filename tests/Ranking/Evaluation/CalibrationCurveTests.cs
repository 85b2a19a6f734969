using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Tests.Evaluation;

public class CalibrationCurveTests
{
    [Fact]
    public void Bins_have_equally_many_pairs_and_ascend()
    {
        var random = new Random(1);
        var report = Report([.. Enumerable.Range(0, 10_000).Select(_ => random.NextDouble())], score => random.NextDouble() < score);
        var curve = CalibrationCurve.Of(report);

        Assert.Equal(Enumerable.Range(1, CalibrationCurve.MostBins), curve.Select(bin => bin.Bin));
        Assert.All(curve, bin => Assert.Equal(500, bin.Pairs));
        Assert.All(curve, bin => Assert.InRange(bin.Observed, bin.Range.Low, bin.Range.High));
        Assert.InRange(curve.Count(bin => bin.Range.Low <= bin.Predicted && bin.Predicted <= bin.Range.High), 17, 20);
        Assert.Equal(0.025, curve[0].Predicted, 0.005);
    }

    [Fact]
    public void Equal_probabilities_share_a_bin_and_few_pairs_make_one()
    {
        var same = CalibrationCurve.Of(Report([.. Enumerable.Repeat(0.25, 1_000)], score => true));
        Assert.Equal((1_000, 0.25, 1), (Assert.Single(same).Pairs, same[0].Predicted, same[0].Observed));
        Assert.Single(CalibrationCurve.Of(Report([0.1, 0.9], score => score > 0.5)));
        Assert.Empty(CalibrationCurve.Of(Report([], _ => true)));

        // Nine tenths at one value: it is one bin, and the others are not lost.
        var most = CalibrationCurve.Of(Report([.. Enumerable.Repeat(0.1, 900), .. Enumerable.Range(0, 100).Select(i => 0.2 + (i / 1000.0))], _ => false));
        Assert.Equal([900, 50, 50], most.Select(bin => bin.Pairs));
    }

    [Theory]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(81, 263, 0.2553, 0.3662)]
    public void Wilsons_interval_has_its_published_values(int came, int of, double low, double high)
    {
        var interval = CalibrationCurve.Wilson(came, of);
        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    internal static PairReport Report(double[] scores, Func<double, bool> outcome) => new()
    {
        Name = "scorer",
        IsProbability = true,
        Scores = scores,
        Outcomes = [.. scores.Select(outcome)],
        Users = [.. scores.Select((_, pair) => pair / 10)],
        F1 = [],
        CandidateRecall = [],
    };
}
