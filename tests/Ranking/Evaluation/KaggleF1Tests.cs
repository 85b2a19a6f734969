using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Tests.Evaluation;

public class KaggleF1Tests
{
    [Theory]
    [InlineData(2, 3, false, 4, 4 / 7.0)] // precision 2/3, recall 2/4
    [InlineData(3, 3, false, 3, 1)]
    [InlineData(0, 2, false, 3, 0)]
    [InlineData(0, 0, true, 0, 1)]
    [InlineData(0, 1, true, 0, 2 / 3.0)] // "None" is one of two predicted items, and the whole truth
    [InlineData(1, 1, true, 1, 2 / 3.0)]
    [InlineData(0, 2, false, 0, 0)]
    [InlineData(0, 0, true, 2, 0)]
    [InlineData(0, 0, false, 0, 0)]
    public void By_hand(int hits, int predicted, bool none, int truth, double expected) =>
        Assert.Equal(expected, KaggleF1.Of(hits, predicted, none, truth), 12);
}
