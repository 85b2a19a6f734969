using Recommender.Lake.Building;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Registry;
using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Steps;

/// <summary>
/// Scores users once for the two tables that are made of their scores: the step that comes first has both lists and baskets made,
/// and leaves what the other one needs, which waits for it. That is some 800 bytes a user for lists and 200 for baskets.
/// </summary>
/// <param name="threads">Threads to score with; what is made does not depend on it.</param>
/// <param name="isShared">Whether the run makes both tables; else each step has only its own rows made, and nothing is kept.</param>
public sealed class ScoringPass(int threads, bool isShared)
{
    private const int UsersPerBlock = 4096;
    private const int UsersPerRange = 64;

    private readonly Lock _gate = new();
    private KeptScores? _kept;

    /// <summary>How often users were scored, for tests.</summary>
    internal int Passes { get; private set; }

    /// <summary>Makes the lists of the shop's users, or those of the shard, a block of users at a time in their order.</summary>
    /// <param name="shop">The shop, with its champion where there is one.</param>
    /// <param name="context">The build.</param>
    /// <param name="take">Takes a block, which is not to be used after that.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal void MakeLists(ShopHistory shop, StepContext context, Action<RankedBlock> take, CancellationToken cancellationToken)
    {
        context.Progress.Report(new StepProgress("scoring users", -1, 0));
        lock (_gate)
        {
            if (Kept(shop, context)?.TakeLists() is { } lists)
            {
                lists.ForEach(take);
                return;
            }

            List<PredictedBasket[]>? baskets = isShared && shop.Champion is not null ? [] : null;
            Run(shop, context, take, baskets is null ? null : baskets.Add, keepsLists: false, cancellationToken);
            _kept = new KeptScores(shop, context.Shard, null, baskets);
        }
    }

    /// <summary>Predicts the baskets of the shop's users, or of those of the shard, a block of users at a time in their order.</summary>
    /// <inheritdoc cref="MakeLists"/>
    internal void MakeBaskets(ShopHistory shop, StepContext context, Action<PredictedBasket[]> take, CancellationToken cancellationToken)
    {
        context.Progress.Report(new StepProgress("scoring users", -1, 0));
        lock (_gate)
        {
            if (Kept(shop, context)?.TakeBaskets() is { } baskets)
            {
                baskets.ForEach(take);
                return;
            }

            List<RankedBlock>? lists = isShared ? [] : null;
            Run(shop, context, lists is null ? null : lists.Add, take, keepsLists: true, cancellationToken);
            _kept = new KeptScores(shop, context.Shard, lists, null);
        }
    }

    private KeptScores? Kept(ShopHistory shop, StepContext context)
    {
        // What is kept of another shop, model or shard is of no use any more.
        _kept = _kept?.IsOf(shop, context.Shard) == true ? _kept : null;
        return _kept;
    }

    private void Run(
        ShopHistory shop, StepContext context, Action<RankedBlock>? lists, Action<PredictedBasket[]>? baskets, bool keepsLists, CancellationToken cancellationToken)
    {
        Passes++;
        var users = shop.Users(context.Shard);
        var scorers = new System.Collections.Concurrent.ConcurrentBag<UserScorer>();
        var ranker = lists is null ? null : RankerFactory.Published(shop);
        var pairs = baskets is null ? null : shop.Champion?.Scorer.Pairs;
        var (block, done) = (NewBlock(), 0);
        foreach (var some in users.Chunk(UsersPerBlock))
        {
            context.Progress.Report(new StepProgress("scoring users", (double)done / users.Count, done));
            var filled = new PredictedBasket[pairs is null ? 0 : some.Length];
            block.Begin(some);
            ParallelRanges.Run(
                some.Length,
                UsersPerRange,
                threads,
                () => scorers.TryTake(out var used) ? used : new UserScorer(shop.Histories, ranker, pairs),
                (first, end, scorer) => scorer.Score(first, end, block, filled),
                cancellationToken,
                scorers.Add);
            lists?.Invoke(block);
            baskets?.Invoke(filled);
            block = keepsLists && lists is not null ? NewBlock() : block;
            done += some.Length;
        }
    }

    private static RankedBlock NewBlock() => new(UsersPerBlock, RankingTables.RecommendationsPerUser);

    /// <summary>What one table's step has left for the other's.</summary>
    private sealed class KeptScores(ShopHistory shop, Shard? shard, List<RankedBlock>? lists, List<PredictedBasket[]>? baskets)
    {
        public bool IsOf(ShopHistory other, Shard? otherShard) =>
            ReferenceEquals(shop.Histories, other.Histories) && ReferenceEquals(shop.Champion, other.Champion) && shard == otherShard;

        public List<RankedBlock>? TakeLists()
        {
            var taken = lists;
            lists = null;
            return taken;
        }

        public List<PredictedBasket[]>? TakeBaskets()
        {
            var taken = baskets;
            baskets = null;
            return taken;
        }
    }
}
