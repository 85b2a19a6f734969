using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Sequences;

/// <summary>Measures rankers on the val and test users whose next baskets are known.</summary>
internal sealed class SequenceMeasures
{
    private const int UsersPerRange = 32;
    private static readonly int[] Cutoffs = [10, 20];

    private readonly UserHistories _histories;
    private readonly int _threads;
    private readonly Dictionary<SequencePart, TruthBaskets> _truths = [];
    private readonly List<BenchmarkMetrics> _metrics = [];

    /// <summary>Measures over a set's users.</summary>
    public SequenceMeasures(SequenceSet set, UserHistories histories, int threads)
    {
        (_histories, _threads) = (histories, threads);
        foreach (var part in new[] { SequencePart.Val, SequencePart.Test })
        {
            var truth = SequenceHistories.Truth(set, part);
            if (truth.Count > 0)
            {
                _truths[part] = truth;
            }
        }
    }

    /// <summary>What was measured, in order.</summary>
    public IReadOnlyList<BenchmarkMetrics> Metrics => _metrics;

    /// <summary>Whether any next basket of the part's users is known.</summary>
    public bool Knows(SequencePart part) => _truths.ContainsKey(part);

    /// <summary>Measures rankers on all parts.</summary>
    public void Add(IReadOnlyList<IRanker> rankers, CancellationToken cancellation)
    {
        foreach (var part in _truths.Keys)
        {
            foreach (var ranker in Evaluate(rankers, part, cancellation).Rankers)
            {
                _metrics.AddRange(ranker.Metrics.Select(at => new BenchmarkMetrics(ranker.Name, part, at.K, at.Recall, at.Ndcg, at.NdcgCapped, at.HitRate)));
            }
        }
    }

    /// <summary>Recall@10 plus NDCG@10 on a part.</summary>
    public double Quality(IRanker ranker, SequencePart part, CancellationToken cancellation)
    {
        var at10 = Evaluate([ranker], part, cancellation).Rankers[0].At(10);
        return at10.Recall + at10.Ndcg;
    }

    /// <summary>By part, the mean share of the next basket that is among the scorer's candidates.</summary>
    public Dictionary<SequencePart, double> CandidateRecall(IPairScorer scorer, CancellationToken cancellation) =>
        _truths.ToDictionary(part => part.Key, part => CandidateRecall(scorer, part.Value, cancellation));

    private EvaluationReport Evaluate(IReadOnlyList<IRanker> rankers, SequencePart part, CancellationToken cancellation) =>
        new Evaluator(_histories, _truths[part], new EvaluationOptions { Cutoffs = Cutoffs, Threads = _threads }).Evaluate(rankers, cancellation);

    private double CandidateRecall(IPairScorer scorer, TruthBaskets truth, CancellationToken cancellation)
    {
        var recall = new double[truth.Count];
        ParallelRanges.Run(
            truth.Count, UsersPerRange, _threads, () => (Scores: new PairScores(), Workspace: new RankingWorkspace(_histories)),
            (first, end, state) =>
            {
                for (var position = first; position < end; position++)
                {
                    scorer.Score(_histories.Users.IndexOf(truth.UserId(position)), state.Scores, state.Workspace);
                    var basket = truth.Basket(position);
                    foreach (var product in basket)
                    {
                        recall[position] += state.Scores.Items.Contains(_histories.Products.IndexOf(product)) ? 1.0 / basket.Length : 0;
                    }
                }
            },
            cancellation);
        return recall.Average();
    }
}
