using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Features;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Steps;

namespace Recommender.Ranking.Tests.Support;

/// <summary>What is known of made-up shops.</summary>
internal static class Knowledge
{
    /// <summary>
    /// A shop whose products are in aisles by the last digit of their index and in departments by its remainder by 3, and whose
    /// statistics count the given next baskets.
    /// </summary>
    public static ShopHistory Shop(UserHistories histories, TruthBaskets next, BasketTimes? times = null)
    {
        ProductSegments Segments(int count) => ProductSegments.FromColumns(
            histories.Products, histories.Products.Ids, [.. Enumerable.Range(0, histories.Products.Count).Select(item => (long)(item % count))],
            Enumerable.Range(0, count).ToDictionary(segment => (long)segment, segment => $"segment {segment}"));
        return new ShopHistory(histories, Segments(3))
        {
            Aisles = Segments(10), Times = times, Statistics = ItemStatisticsReference.Count(histories, next),
        };
    }

    public static ShopKnowledge Of(UserHistories histories, TruthBaskets next, BasketTimes? times = null) =>
        ShopKnowledge.Gather(Shop(histories, next, times), new KnowledgeSettings(), 2, TestContext.Current.CancellationToken);
}
