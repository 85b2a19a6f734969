using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Tests.Evaluation;

public class BasketMetricsTests
{
    private const double Gain1 = 1;
    private const double Gain2 = 0.6309297535714575; // 1 / log2 3
    private const double Gain3 = 0.5; // 1 / log2 4
    private const double Gain4 = 0.43067655807339306; // 1 / log2 5

    [Fact]
    public void A_truth_smaller_than_k()
    {
        bool[] hits = [false, true, true, false];

        Assert.Equal(1, BasketMetrics.Recall(hits, 2, 4));
        Assert.Equal((Gain2 + Gain3) / (Gain1 + Gain2), BasketMetrics.Ndcg(hits, 2, 4), 12);
        Assert.Equal((Gain2 + Gain3) / (Gain1 + Gain2), BasketMetrics.NdcgCapped(hits, 2, 4), 12);
        Assert.Equal(1, BasketMetrics.HitRate(hits, 2, 4));
    }

    [Fact]
    public void A_truth_larger_than_k_is_where_the_two_ideals_differ()
    {
        bool[] hits = [true, true];

        Assert.Equal(0.5, BasketMetrics.Recall(hits, 4, 2));
        Assert.Equal((Gain1 + Gain2) / (Gain1 + Gain2 + Gain3 + Gain4), BasketMetrics.Ndcg(hits, 4, 2), 12);
        Assert.Equal(1, BasketMetrics.NdcgCapped(hits, 4, 2), 12);
    }

    [Fact]
    public void Hits_beyond_k_do_not_count()
    {
        bool[] hits = [false, false, true];

        Assert.Equal(0, BasketMetrics.Recall(hits, 1, 2));
        Assert.Equal(0, BasketMetrics.Ndcg(hits, 1, 2));
        Assert.Equal(0, BasketMetrics.NdcgCapped(hits, 1, 2));
        Assert.Equal(0, BasketMetrics.HitRate(hits, 1, 2));
        Assert.Equal(Gain3, BasketMetrics.Ndcg(hits, 1, 3), 12);
    }

    [Fact]
    public void An_empty_or_short_list_counts_as_it_is()
    {
        Assert.Equal(0, BasketMetrics.Recall([], 3, 10));
        Assert.Equal(0, BasketMetrics.Ndcg([], 3, 10));
        Assert.Equal(0, BasketMetrics.NdcgCapped([], 3, 10));
        Assert.Equal(0, BasketMetrics.HitRate([], 3, 10));
        Assert.Equal(1 / 3.0, BasketMetrics.Recall([true], 3, 10), 12);
        Assert.Equal(Gain1 / (Gain1 + Gain2 + Gain3), BasketMetrics.NdcgCapped([true], 3, 10), 12);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(3, 0)]
    public void An_empty_truth_and_a_k_below_one_are_refused(int truthSize, int k)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BasketMetrics.Recall([true], truthSize, k));
        Assert.Throws<ArgumentOutOfRangeException>(() => BasketMetrics.Ndcg([true], truthSize, k));
        Assert.Throws<ArgumentOutOfRangeException>(() => BasketMetrics.NdcgCapped([true], truthSize, k));
        Assert.Throws<ArgumentOutOfRangeException>(() => BasketMetrics.HitRate([true], truthSize, k));
    }
}
