using Recommender.Lake.Snapshots;

namespace Recommender.Lake.S3;

/// <summary>Several tables' locks, taken and released together.</summary>
internal sealed class S3LockSet : ILakeLock
{
    private readonly IReadOnlyList<S3Lock> _locks;
    private readonly CancellationTokenSource _lost;

    /// <param name="locks">The locks.</param>
    public S3LockSet(IReadOnlyList<S3Lock> locks)
    {
        _locks = locks;
        _lost = CancellationTokenSource.CreateLinkedTokenSource([.. locks.Select(one => one.Lost)]);
        Lost = _lost.Token;
    }

    /// <inheritdoc/>
    public CancellationToken Lost { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var one in _locks)
        {
            one.Dispose();
        }

        _lost.Dispose();
    }
}
