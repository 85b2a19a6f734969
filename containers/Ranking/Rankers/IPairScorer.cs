using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Rankers;

/// <summary>Scores every candidate of a user, not just the best: what probabilities, calibration and baskets are made of.</summary>
internal interface IPairScorer
{
    /// <summary>Name in reports and tables.</summary>
    string Name { get; }

    /// <summary>Whether scores are probabilities (0 to 1) that the product is in the user's next basket.</summary>
    bool IsProbability { get; }

    /// <summary>
    /// Fills the scores of all of the user's candidates, every product of the history among them, by item index ascending.
    /// Allocates nothing once the scores and the workspace have grown to their size; may be called by many threads, each with its own.
    /// </summary>
    /// <param name="user">Index of the user, or <see cref="UserHistories.UnknownUser"/>.</param>
    /// <param name="scores">Receives them, over what it held.</param>
    /// <param name="workspace">The calling thread's scratch memory.</param>
    void Score(int user, PairScores scores, RankingWorkspace workspace);
}
