using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Rankers;

/// <summary>
/// Recommends products to one user at a time. A ranker is constructed with all that it needs (histories, settings, a
/// model), never sees a truth basket, and may be called by many threads at once, each with its own workspace.
/// </summary>
internal interface IRanker
{
    /// <summary>Name in reports and tables: lower case, words joined by underscores.</summary>
    string Name { get; }

    /// <summary>
    /// Writes up to <c>top.Length</c> different products, best first; ties in the score go to the product in more baskets,
    /// then to the lower product id. Allocates nothing once the workspace has grown to its size.
    /// </summary>
    /// <param name="user">Index of the user, or <see cref="UserHistories.UnknownUser"/>.</param>
    /// <param name="top">Receives the recommendations.</param>
    /// <param name="workspace">The calling thread's scratch memory.</param>
    /// <returns>How many were written: fewer than asked for where the ranker has no more candidates.</returns>
    int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace);
}
