using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Registry;

namespace Recommender.Ranking.Steps;

/// <summary>Makes lists and baskets of one user after another: one thread's own.</summary>
/// <param name="histories">The histories that ranker and scorer were made for.</param>
/// <param name="ranker">Makes lists; null for none.</param>
/// <param name="pairs">Gives the probabilities that baskets are made of; null for none.</param>
internal sealed class UserScorer(UserHistories histories, IRanker? ranker, IPairScorer? pairs)
{
    private readonly RankingWorkspace _workspace = new(histories);
    private readonly BasketFiller _filler = new();

    /// <summary>Makes those of the users at the positions first … end − 1 of a block.</summary>
    /// <param name="first">The first position.</param>
    /// <param name="end">The position after the last.</param>
    /// <param name="block">Has the users, and receives the lists.</param>
    /// <param name="baskets">Receives the baskets.</param>
    public void Score(int first, int end, RankedBlock block, PredictedBasket[] baskets)
    {
        for (var position = first; position < end; position++)
        {
            if (ranker is not null)
            {
                block.Fill(position, ranker, _workspace);
            }

            if (pairs is not null)
            {
                baskets[position] = _filler.Fill(block.User(position), pairs, _workspace);
            }
        }
    }
}
