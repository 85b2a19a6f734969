using System.Globalization;
using Recommender.Lake.Building;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Sequences;
using Recommender.Ranking.Tests.Baselines;
using Recommender.Ranking.Tests.Evaluation;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Sequences;

/// <summary>
/// Quality on Ta-Feng's val users, fitted on the key set's train users. The val users' next baskets only measure: settings were
/// chosen on inner parts of the train users.
/// </summary>
[Trait("Category", "Long")]
public class TafengTests
{
    /// <summary>A prototype reached recall@10 .154 and NDCG@10 .132 from histories alone; ours .165 and .149.</summary>
    [Fact]
    public void From_histories_alone() => AssertAhead(trend: false, 0.160, 0.145);

    /// <summary>
    /// A prototype reached recall@10 .176 and NDCG@10 .160 with what the train users' next baskets show to be trending. Ours reached
    /// .179 and .159: floors, so that what there is does not get lost.
    /// </summary>
    [Fact]
    public void With_what_is_trending() => AssertAhead(trend: true, 0.176, 0.1565);

    private static void AssertAhead(bool trend, double recall, double ndcg)
    {
        var sample = TafengSample.OrSkip();
        var set = Set(sample);
        var histories = SequenceHistories.Build(set, 2, CancellationToken.None);
        var next = SequenceHistories.Truth(set, SequencePart.Train);
        var benchmark = new SequenceBenchmark(set, new BenchmarkOptions(), new NoProgress(), CancellationToken.None);
        var lists = benchmark.Learn(trend, ItemStatisticsReference.Count(histories, trend ? next : next.Where(_ => false)), CancellationToken.None).Lists;
        var ids = Enumerable.Range(0, set.Ids.Count).ToDictionary(place => set.Sequences[place].User, place => set.Ids[place]);
        var learnt = new FixedRanker(histories, lists.ToDictionary(list => ids[list.User], list => Array.ConvertAll(list.Items, item => (long)item)));
        var report = new Evaluator(histories, SequenceHistories.Truth(set, SequencePart.Test)).Evaluate(
        [
            learnt, new UpCfRanker(histories, UpCfSettings.Tafeng), new UpCfRanker(histories, UpCfSettings.TafengTuned, "up_cf_tuned"),
            new TifuKnnRanker(histories, TifuKnnSettings.Tafeng, id => set.Of(id).Part == SequencePart.Train),
        ]);

        var at10 = report.Of("fixed").At(10);
        TestContext.Current.TestOutputHelper?.WriteLine($"{(trend ? "with what is trending" : "from histories alone")}: {at10}");
        Assert.True(at10.Recall > recall && at10.Ndcg > ndcg, $"{at10}");
        Assert.All(["up_cf", "tifu_knn", "up_cf_tuned"], baseline =>
        {
            Ahead.BeyondNoise("recall@10", baseline, report.Compare("fixed", baseline, 10, outcome => outcome.Recall));
            Ahead.BeyondNoise("NDCG@10", baseline, report.Compare("fixed", baseline, 10, outcome => outcome.Ndcg));
        });
    }

    /// <summary>The val users as those to rank for.</summary>
    private static SequenceSet Set(TafengSample sample)
    {
        var histories = sample.Histories;
        Sequence User(int user)
        {
            var id = histories.Users.Id(user);
            var (first, end) = histories.Baskets(user);
            var part = sample.Train.Contains(id) ? SequencePart.Train : sample.Val.Contains(id) ? SequencePart.Test : SequencePart.None;
            return new Sequence(
                id.ToString(CultureInfo.InvariantCulture), part,
                [.. Enumerable.Range(first, end - first).Select(basket => histories.Basket(basket).ToArray())],
                part == SequencePart.None ? null : [.. sample.Future[id].Select(histories.Products.IndexOf)]);
        }

        return new SequenceSet(histories.Products.Count, [.. Enumerable.Range(0, histories.Users.Count).Select(User)]);
    }

    private sealed class NoProgress : IProgress<StepProgress>
    {
        public void Report(StepProgress value)
        {
        }
    }
}
