using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Evaluation;

/// <summary>Scores the histories of the users of truth baskets, and the baskets predicted from them.</summary>
/// <param name="histories">What the scorers know.</param>
/// <param name="truth">What they are measured against; a user without history has no pair.</param>
/// <param name="threads">Threads to use, at least 1; the report does not depend on it.</param>
internal sealed class PairEvaluator(UserHistories histories, TruthBaskets truth, int threads)
{
    private const int UsersPerRange = 64;

    /// <summary>Evaluates one scorer.</summary>
    /// <exception cref="InvalidOperationException">It gives a score that is no number, or a probability outside 0 to 1.</exception>
    public PairReport Evaluate(IPairScorer scorer, CancellationToken cancellation = default)
    {
        var parts = new PairRange[(truth.Count + UsersPerRange - 1) / UsersPerRange];
        ParallelRanges.Run(
            truth.Count, UsersPerRange, threads, () => new PairWorker(histories, truth, scorer),
            (first, end, worker) => parts[first / UsersPerRange] = worker.Evaluate(first, end),
            cancellation);
        return new PairReport
        {
            Name = scorer.Name,
            IsProbability = scorer.IsProbability,
            Scores = [.. parts.SelectMany(part => part.Scores)],
            Outcomes = [.. parts.SelectMany(part => part.Outcomes)],
            Users = [.. parts.SelectMany(part => part.Users)],
            F1 = [.. parts.SelectMany(part => part.F1)],
            CandidateRecall = [.. parts.SelectMany(part => part.CandidateRecall)],
        };
    }
}
