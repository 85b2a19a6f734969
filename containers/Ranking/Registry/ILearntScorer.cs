using Recommender.Ranking.Rankers;
using Recommender.Ranking.Reasons;

namespace Recommender.Ranking.Registry;

/// <summary>A model at work in one shop. May be used by many threads.</summary>
internal interface ILearntScorer
{
    /// <summary>Ranks a user's candidates.</summary>
    IRanker Ranker { get; }

    /// <summary>Scores all of them: calibrated probabilities.</summary>
    IPairScorer Pairs { get; }

    /// <summary>What moved the score of a product for a user.</summary>
    /// <param name="user">Index of the user.</param>
    /// <param name="item">Index of the product; it need not be a candidate.</param>
    ScoreExplanation Explain(int user, int item);
}
