using Recommender.Ranking.Baskets;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Registry;

/// <summary>Predicts the baskets of many users on several threads. Not itself thread-safe.</summary>
/// <param name="histories">The histories that the scorer was made for.</param>
/// <param name="scorer">Gives probabilities.</param>
/// <param name="threads">Threads to use, at least 1; baskets do not depend on it.</param>
internal sealed class BasketBatch(UserHistories histories, IPairScorer scorer, int threads)
{
    private const int UsersPerRange = 64;

    private readonly System.Collections.Concurrent.ConcurrentBag<Scratch> _scratches = [];

    /// <summary>Predicts the baskets of users by index, in the same order.</summary>
    public IReadOnlyList<PredictedBasket> Fill(int[] users, CancellationToken cancellationToken)
    {
        var baskets = new PredictedBasket[users.Length];
        ParallelRanges.Run(
            users.Length,
            UsersPerRange,
            threads,
            () => _scratches.TryTake(out var used) ? used : new Scratch(histories),
            (first, end, scratch) =>
            {
                for (var position = first; position < end; position++)
                {
                    baskets[position] = scratch.Fill(users[position], scorer);
                }
            },
            cancellationToken,
            _scratches.Add);
        return baskets;
    }

    private sealed class Scratch(UserHistories histories)
    {
        private readonly RankingWorkspace _workspace = new(histories);
        private readonly PairScores _scores = new();
        private readonly BasketSelector _selector = new();
        private (double Probability, int Item)[] _pairs = [];
        private double[] _probabilities = [];

        public PredictedBasket Fill(int user, IPairScorer scorer)
        {
            scorer.Score(user, _scores, _workspace);
            var count = _scores.Count;
            if (_pairs.Length < count)
            {
                (_pairs, _probabilities) = (new (double, int)[count * 2], new double[count * 2]);
            }

            var pairs = _pairs.AsSpan(0, count);
            for (var pair = 0; pair < count; pair++)
            {
                pairs[pair] = (_scores.Scores[pair], _scores.Items[pair]);
            }

            pairs.Sort(static (one, other) => one.Probability == other.Probability ? one.Item.CompareTo(other.Item) : other.Probability.CompareTo(one.Probability));
            for (var place = 0; place < count; place++)
            {
                _probabilities[place] = pairs[place].Probability;
            }

            var taken = _selector.Select(_probabilities.AsSpan(0, count), out var expected);
            var items = new int[taken];
            for (var place = 0; place < taken; place++)
            {
                items[place] = pairs[place].Item;
            }

            return new PredictedBasket(user, items, _probabilities[..taken], expected);
        }
    }
}
