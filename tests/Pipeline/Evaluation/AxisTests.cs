using Recommender.Pipeline.Evaluation.Page;

namespace Recommender.Pipeline.Tests.Evaluation;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0, 0.39, "0.0 0.1 0.2 0.3 0.4")]
    [InlineData(0, 0.64, "0.0 0.2 0.4 0.6 0.8")]
    [InlineData(0.5, 0.795, "0.5 0.6 0.7 0.8")]
    [InlineData(0, 0.0365, "0.00 0.01 0.02 0.03 0.04")]
    [InlineData(0, 20, "0 5 10 15 20")]
    [InlineData(0, 1, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0, 0, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0.5, 0.4, "0.5 0.7 0.9 1.1 1.3 1.5")]
    public void Ticks_are_round_and_hold_the_values(double least, double most, string ticks)
    {
        var axis = Axis.Over(least, most);

        Assert.Equal(ticks, string.Join(' ', axis.Ticks.Select(axis.Label)));
        Assert.Equal(0, axis.Share(least));
        Assert.Equal(1, axis.Share(axis.Most + 5));
        Assert.Equal(0, axis.Share(least - 5));
    }
}
