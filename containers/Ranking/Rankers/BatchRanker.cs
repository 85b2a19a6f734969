using Recommender.Ranking.Histories;
using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Rankers;

/// <summary>Ranks many users on several threads, a block of users at a time. Not itself thread-safe.</summary>
internal sealed class BatchRanker
{
    private const int UsersPerRange = 64;

    private readonly System.Collections.Concurrent.ConcurrentBag<RankingWorkspace> _workspaces = [];
    private readonly UserHistories _histories;
    private readonly IRanker _ranker;
    private readonly int _threads;

    /// <summary>A batch ranker for users of these histories.</summary>
    /// <param name="histories">The histories that the ranker was made for.</param>
    /// <param name="ranker">Ranks each user.</param>
    /// <param name="threads">Threads to use, at least 1; null for one per processor.</param>
    public BatchRanker(UserHistories histories, IRanker ranker, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(ranker);
        _threads = threads ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(_threads, 1, nameof(threads));
        (_histories, _ranker) = (histories, ranker);
    }

    /// <summary>Ranks users by index and writes their lists over those of the block, in the same order.</summary>
    /// <exception cref="ArgumentException">There are more users than the block has room for.</exception>
    public void Rank(ReadOnlySpan<int> users, RankedBlock block, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(block);
        block.Begin(users);
        ParallelRanges.Run(
            users.Length, UsersPerRange, _threads, () => _workspaces.TryTake(out var used) ? used : new RankingWorkspace(_histories),
            (first, end, workspace) =>
            {
                for (var position = first; position < end; position++)
                {
                    block.Fill(position, _ranker, workspace);
                }
            },
            cancellation,
            _workspaces.Add);
    }
}
