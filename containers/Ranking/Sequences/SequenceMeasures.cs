using Recommender.Ranking.Candidates;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Features;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Sequences;

/// <summary>Measures rankers on the val and test users whose next baskets are known.</summary>
internal sealed class SequenceMeasures
{
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

    /// <summary>By part, the mean share of the next basket that is among the candidates.</summary>
    public Dictionary<SequencePart, double> CandidateRecall(ShopKnowledge knowledge, CandidateSettings candidates, CancellationToken cancellation) =>
        _truths.ToDictionary(part => part.Key, part => Ranking.Candidates.CandidateRecall.Measure(knowledge, candidates, part.Value, _threads, cancellation).Union);

    private EvaluationReport Evaluate(IReadOnlyList<IRanker> rankers, SequencePart part, CancellationToken cancellation) =>
        new Evaluator(_histories, _truths[part], new EvaluationOptions { Cutoffs = Cutoffs, Threads = _threads }).Evaluate(rankers, cancellation);
}
