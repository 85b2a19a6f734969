using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Learning;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Learning;

public class RankerTrainerTests
{
    [Fact]
    public void A_model_does_not_depend_on_the_number_of_threads_and_round_trips()
    {
        var (histories, known, next) = SmallModel.Make();
        byte[] Bytes(int threads, double rankingWeight)
        {
            using var stream = new MemoryStream();
            SmallModel.Train(histories, known, next, SmallModel.Settings with { Threads = threads, Bags = 2, RankingWeight = rankingWeight, NewProductShare = 0.5 }).Save(stream);
            return stream.ToArray();
        }

        var bytes = Bytes(1, 0.5);
        Assert.Equal(bytes, Bytes(3, 0.5));
        Assert.NotEqual(bytes, Bytes(1, 0.25));
        using var again = new MemoryStream();
        RankerModel.Load(new MemoryStream(bytes), "again").Save(again);
        Assert.Equal(bytes, again.ToArray());
    }

    [Fact]
    public void A_model_is_ahead_of_what_is_popular_and_its_scores_are_probabilities()
    {
        var (histories, known, next) = SmallModel.Make(200);
        var ranker = new LearntRanker(known, SmallModel.Train(histories, known, next));
        var test = next.Where(UserSplit.IsTest);
        var report = new Evaluator(histories, test).Evaluate([ranker, new GlobalTopRanker(histories)]);
        Assert.True(report.Of("learnt").At(10).Recall > report.Of("global_top").At(10).Recall + 0.2);
        var pairs = new PairEvaluator(histories, test, 2).Evaluate(ranker);
        Assert.True(pairs.Auc > 0.7, $"AUC {pairs.Auc}");
        Assert.InRange(pairs.Scores.Average(), pairs.Outcomes.Average(outcome => outcome ? 1 : 0) - 0.08, pairs.Outcomes.Average(outcome => outcome ? 1 : 0) + 0.08);
    }

    [Theory]
    [InlineData(0.75, 1, 2)]
    [InlineData(0.5, 1, 1)]
    [InlineData(0.2, 0.5, 1)]
    public void Of_more_rows_than_allowed_the_oldest_targets_go_first_and_then_users(double allowed, double users, int earlier)
    {
        var (histories, known, next) = SmallModel.Make(200);
        var settings = SmallModel.Settings with { FewestEarlierTargets = 1 };
        var all = SmallModel.Train(histories, known, next, settings).Facts;
        Assert.Equal((all.FitUsers, settings.EarlierTargets), (all.Users, all.EarlierTargets));

        var some = SmallModel.Train(histories, known, next, settings with { MostRows = (int)(allowed * all.Rows), Trees = settings.Trees with { Rounds = 1 } }).Facts;
        Assert.InRange(some.Rows, 0.6 * allowed * all.Rows, 1.3 * allowed * all.Rows);
        Assert.Equal((all.FitUsers, earlier), (some.FitUsers, some.EarlierTargets));
        Assert.InRange(some.Users, 0.75 * users * all.Users, users == 1 ? all.Users : 1.25 * users * all.Users);
    }

    [Fact]
    public void No_more_earlier_targets_are_learnt_from_than_settings_ask_for()
    {
        var (histories, known, next) = SmallModel.Make(200);
        var settings = SmallModel.Settings with { EarlierTargets = 1, FewestEarlierTargets = 3 };
        var all = SmallModel.Train(histories, known, next, settings).Facts;
        var some = SmallModel.Train(histories, known, next, settings with { MostRows = all.Rows / 2 }).Facts;
        Assert.Equal((1, 1), (all.EarlierTargets, some.EarlierTargets));
        Assert.InRange(some.Users, 0.3 * all.Users, 0.7 * all.Users);
    }

    [Fact]
    public void Few_rows_are_learnt_from_slowly()
    {
        var (histories, known, next) = SmallModel.Make();
        var quick = SmallModel.Settings;
        var rows = SmallModel.Train(histories, known, next, quick).Facts;
        var asked = new List<TreeSettings>();
        bool IsSlow(int slowRows)
        {
            asked.Clear();
            return new RankerTrainer(new Watched(asked), quick with { SlowRows = slowRows })
                .Train(known, new FitBaskets(histories, next, id => !UserSplit.IsTest(id)), null, TestContext.Current.CancellationToken)!.Facts.IsSlow;
        }

        Assert.False(rows.IsSlow);
        Assert.False(IsSlow(rows.Rows - 1));
        Assert.All(asked, trees => Assert.Equal((quick.Trees.LearningRate, quick.Trees.ColumnFraction), (trees.LearningRate, trees.ColumnFraction)));
        Assert.Equal((quick.Trees.Rounds, quick.Trees.EarlyStoppingRounds), (asked[0].Rounds, asked[0].EarlyStoppingRounds));
        Assert.True(IsSlow(rows.Rows));
        Assert.All(asked, trees => Assert.Equal((quick.Trees.LearningRate / 2, quick.Trees.ColumnFraction * 2 / 3), (trees.LearningRate, trees.ColumnFraction)));
        Assert.Equal((2 * quick.Trees.Rounds, 2 * quick.Trees.EarlyStoppingRounds), (asked[0].Rounds, asked[0].EarlyStoppingRounds));
        Assert.InRange(asked[1].Rounds, 2, asked[0].Rounds);
    }

    [Fact]
    public void Too_little_to_learn_from_gives_no_model()
    {
        var (histories, known, next) = SmallModel.Make(4);
        Assert.Null(SmallModel.Train(histories, known, next));
    }

    [Fact]
    public void Test_users_are_not_learnt_from()
    {
        var (histories, _, next) = SmallModel.Make();
        var fit = new FitBaskets(histories, next, id => !UserSplit.IsTest(id));
        Assert.NotEmpty(fit.Users);
        Assert.All(fit.Users, user => Assert.False(UserSplit.IsTest(histories.Users.Id(user))));
        Assert.All(Enumerable.Range(0, histories.Users.Count), user => Assert.Equal(!UserSplit.IsTest(histories.Users.Id(user)), fit.HasNext(user)));
    }

    [Fact]
    public void What_test_users_buy_next_is_in_no_byte_of_a_model()
    {
        var (histories, known, next) = SmallModel.Make();
        byte[] Bytes(Func<long, bool> isReplaced)
        {
            var baskets = Enumerable.Range(0, next.Count).Select(place => (User: next.UserId(place), Products: isReplaced(next.UserId(place)) ? [1, 2, 3] : next.Basket(place).ToArray()));
            var lines = baskets.SelectMany(basket => basket.Products, (basket, product) => (basket.User, Product: product)).ToList();
            var replaced = TruthBaskets.FromLines([.. lines.Select(line => line.User)], [.. lines.Select(line => line.Product)]);
            using var stream = new MemoryStream();
            SmallModel.Train(histories, known, replaced).Save(stream);
            return stream.ToArray();
        }

        var bytes = Bytes(_ => false);
        Assert.Equal(bytes, Bytes(UserSplit.IsTest));
        Assert.NotEqual(bytes, Bytes(id => !UserSplit.IsTest(id)));
    }

    [Fact]
    public void All_faults_of_settings_are_named_together()
    {
        var error = Assert.Throws<ArgumentException>(() => new RankerTrainer(
            new GradientBoostedTrees(), new RankerSettings { Bags = 0, EarlierWeight = 2, SmallBasketPower = 2, SlowRows = -1, HeldOutShare = 0, Candidates = new() { Similar = -1 } }));
        Assert.All(new[] { "Bags is 0", "EarlierWeight is 2", "SmallBasketPower is 2", "SlowRows is -1", "HeldOutShare is 0", "Candidates.Similar is -1" }, fault => Assert.Contains(fault, error.Message, StringComparison.Ordinal));
    }

    /// <summary>Trains, and keeps what it was asked for.</summary>
    private sealed class Watched(List<TreeSettings> asked) : ITreeTrainer
    {
        private readonly GradientBoostedTrees _trees = new();

        public string Name => _trees.Name;

        public TreeModel Train(TreeRows rows, TreeRows? validation, TreeSettings settings, IProgress<TreeProgress>? progress, CancellationToken cancellationToken)
        {
            asked.Add(settings);
            return _trees.Train(rows, validation, settings, progress, cancellationToken);
        }
    }
}
