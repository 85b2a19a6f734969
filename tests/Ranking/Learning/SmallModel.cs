using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Features;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Learning;
using Recommender.Ranking.Tests.Support;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Learning;

/// <summary>A shop in which users buy what they bought before, and a model of it: small enough for quick tests.</summary>
internal static class SmallModel
{
    public static RankerSettings Settings { get; } = new()
    {
        Trees = new TreeSettings { Rounds = 25, LearningRate = 0.2, Leaves = 8, MinRowsInLeaf = 10, EarlyStoppingRounds = 5, ColumnFraction = 0.5, RowFraction = 0.8 },
        SlowRows = 0,
        HeldOutShare = 0.3,
        Threads = 2,
    };

    public static (UserHistories Histories, ShopKnowledge Known, TruthBaskets Next) Make(int users = 80)
    {
        var shop = new Shop();
        var random = new Random(3);
        List<(long User, long Product)> next = [];
        for (long user = 1; user <= users; user++)
        {
            var usual = Enumerable.Range(0, 6).Select(_ => (long)random.Next(1, 40)).Distinct().ToArray();
            long[] Basket() => [.. usual.Where(_ => random.NextDouble() < 0.7), random.Next(1, 40)];
            for (var order = 1; order <= 6; order++)
            {
                shop.Order(user, order, Basket());
            }

            next.AddRange(Basket().Select(product => (user, product)));
        }

        var histories = shop.Build();
        var truth = TruthBaskets.FromLines([.. next.Select(line => line.User)], [.. next.Select(line => line.Product)]);
        return (histories, Knowledge.Of(histories, truth.Where(id => !UserSplit.IsTest(id)), ChanceShop.Times(histories)), truth);
    }

    public static RankerModel Train(UserHistories histories, ShopKnowledge known, TruthBaskets next, RankerSettings? settings = null) =>
        new RankerTrainer(new GradientBoostedTrees(), settings ?? Settings)
            .Train(known, new FitBaskets(histories, next, id => !UserSplit.IsTest(id)), null, TestContext.Current.CancellationToken)!;
}
