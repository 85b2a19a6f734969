using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Tests.Evaluation;

public class IntervalTests
{
    [Fact]
    public void Quantiles_lie_between_values_and_what_is_no_number_is_left_out()
    {
        double[] values = [double.NaN, .. Enumerable.Range(0, 101).Select(i => (double)i).Reverse()];

        var interval = Interval.OfResamples(values, 0.95)!.Value;
        Assert.Equal(2.5, interval.Low, 12);
        Assert.Equal(97.5, interval.High, 12);
        Assert.Null(Interval.OfResamples([double.NaN], 0.95));
        Assert.Null(Interval.OfResamples([], 0.95));
        Assert.Equal(new Interval(3, 3), Interval.OfResamples([3], 0.95));
    }

    [Theory]
    [InlineData(new[] { 1.0, 1, 1, 1, 1, 1, 1, 1, 1 }, 0.2)] // none of nine: 2 × 1/10
    [InlineData(new[] { -1.0, 1, 1, 1, 1, 1, 1, 1, 1 }, 0.4)]
    [InlineData(new[] { -1.0, -1, -1, 1, -1, -1, -1, -1, -1 }, 0.4)]
    [InlineData(new[] { 0.0, 0, 0 }, 1)]
    [InlineData(new[] { 1.0, 1, -1, -1 }, 1)]
    public void A_p_value_counts_the_other_side(double[] differences, double expected) =>
        Assert.Equal(expected, Interval.PValue(differences)!.Value, 12);
}
