using System.Globalization;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Features;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Learning;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Steps;
using Recommender.Ranking.Trees;
using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Tests.Support;

/// <summary>
/// Users split into fit and test five times: a ranker learns from the rows of four fifths with the product's settings, and is measured
/// beside baselines on the next baskets of the fifth.
/// </summary>
internal sealed class UserFolds
{
    public const string Learnt = "learnt";
    private const int Cutoff = 10;

    private readonly List<EvaluationReport> _lists;
    private readonly List<PairReport> _pairs;

    private UserFolds(List<EvaluationReport> lists, List<PairReport> pairs)
    {
        (_lists, _pairs) = (lists, pairs);
        Pooled = new PairReport
        {
            Name = Learnt,
            IsProbability = true,
            Scores = [.. pairs.SelectMany(fold => fold.Scores)],
            Outcomes = [.. pairs.SelectMany(fold => fold.Outcomes)],
            Users = [.. pairs.SelectMany((fold, index) => fold.Users.Select(user => user + pairs.Take(index).Sum(before => before.F1.Length)))],
            F1 = [.. pairs.SelectMany(fold => fold.F1)],
            CandidateRecall = [.. pairs.SelectMany(fold => fold.CandidateRecall)],
        };
    }

    /// <summary>All test users' pairs as those of one evaluation, scored by five models.</summary>
    public PairReport Pooled { get; }

    /// <summary>Trains five times, and measures.</summary>
    /// <param name="shopOf">The shop, given whose next baskets may be learnt from.</param>
    /// <param name="truth">The next baskets of all users.</param>
    /// <param name="baselines">What to measure beside the learnt ranker.</param>
    public static UserFolds Measure(Func<Func<long, bool>, ShopHistory> shopOf, TruthBaskets truth, Func<UserHistories, IEnumerable<IRanker>> baselines)
    {
        var (lists, pairs) = (new List<EvaluationReport>(), new List<PairReport>());
        for (var fold = 0; fold < InnerFolds.Count; fold++)
        {
            // Folds that cut across those of the statistics, so that test users' rows see as many other users as training rows do.
            bool IsFit(long id) => InnerFolds.Of(id) != fold;
            var cancellation = TestContext.Current.CancellationToken;
            var settings = new RankerSettings();
            var shop = shopOf(IsFit);
            var known = ShopKnowledge.Gather(shop, settings.Knowledge, settings.Threads, cancellation);
            var model = new RankerTrainer(new GradientBoostedTrees(), settings).Train(known, new FitBaskets(shop.Histories, truth, IsFit), null, cancellation);
            var learnt = new LearntRanker(known, model!, Learnt);
            var test = truth.Where(id => !IsFit(id));
            lists.Add(new Evaluator(shop.Histories, test).Evaluate([learnt, .. baselines(shop.Histories)], cancellation));
            pairs.Add(new PairEvaluator(shop.Histories, test, settings.Threads).Evaluate(learnt, cancellation));
        }

        return new UserFolds(lists, pairs);
    }

    public double[] Recall(string ranker) => Of(ranker, outcome => outcome.Recall);

    public double[] Ndcg(string ranker) => Of(ranker, outcome => outcome.Ndcg);

    /// <summary>The learnt ranker's figures with their 95 % intervals over users.</summary>
    public string Figures()
    {
        var auc = PairColumns.Of(Pooled, [.. Enumerable.Range(0, Pooled.F1.Length)]).Single(column => column.Metric == EvaluationMetrics.Auc);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Figure("recall@10", Recall(Learnt))}, {Figure("NDCG@10", Ndcg(Learnt))}, {Figure("AUC", auc, Pooled.Auc)}, {Figure("F1", Pooled.F1)}, mean AUC of the folds {_pairs.Average(fold => fold.Auc):0.0000}, log loss {Pooled.LogLoss:0.0000}");
    }

    /// <summary>Holds the learnt ranker ahead of a baseline beyond noise in recall@10 and NDCG@10.</summary>
    public void AssertAheadOf(string baseline)
    {
        Ahead.BeyondNoise("recall@10", baseline, PairedComparison.Of(Recall(Learnt), Recall(baseline)));
        Ahead.BeyondNoise("NDCG@10", baseline, PairedComparison.Of(Ndcg(Learnt), Ndcg(baseline)));
    }

    private static string Figure(string name, double[] values) => Figure(name, MetricColumn.Mean(name, Cutoff, values), values.Average());

    private static string Figure(string name, MetricColumn column, double value)
    {
        var range = Interval.OfResamples(Bootstrap.Of([column], new BootstrapOptions()).Values(0), 0.95)!.Value;
        return string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.0000} [{range.Low:0.0000}, {range.High:0.0000}]");
    }

    private double[] Of(string ranker, Func<UserOutcome, double> metric) => [.. _lists.SelectMany(fold => fold.Of(ranker).ByUser(Cutoff, metric))];
}
