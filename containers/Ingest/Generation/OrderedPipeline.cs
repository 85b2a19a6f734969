using System.Collections.Concurrent;

namespace Recommender.Ingest.Generation;

/// <summary>
/// Does numbered pieces of work on up to <paramref name="threads"/> threads and hands the results to one consumer in
/// order. At most twice as many pieces as threads exist at a time, and their buffers are reused.
/// </summary>
internal sealed class OrderedPipeline<T>(int threads, Func<T> create) : IDisposable
    where T : class, IDisposable
{
    private readonly ConcurrentBag<T> _idle = [];
    private readonly ConcurrentBag<T> _created = [];
    private readonly Queue<Task<T>> _running = new();
    private readonly TaskFactory _factory =
        new(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler);

    /// <summary>Runs pieces 0..<paramref name="count"/>-1; the consumer runs on the calling thread.</summary>
    internal void Run(int count, Action<T, int> work, Action<T> consume, CancellationToken cancellation)
    {
        try
        {
            for (var next = 0; next < count || _running.Count > 0;)
            {
                while (next < count && _running.Count < 2 * threads)
                {
                    var index = next++;
                    _running.Enqueue(_factory.StartNew(() => Work(work, index), cancellation));
                }

                var done = _running.Dequeue().GetAwaiter().GetResult();
                consume(done);
                _idle.Add(done);
            }
        }
        finally
        {
            // The caller closes what the work may still use only after all of it has stopped.
            Task.WhenAll(_running).ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
            _running.Clear();
        }
    }

    /// <summary>Disposes the pieces; to be called after <see cref="Run"/> has returned or thrown.</summary>
    public void Dispose()
    {
        foreach (var piece in _created)
        {
            piece.Dispose();
        }
    }

    private T Work(Action<T, int> work, int index)
    {
        if (!_idle.TryTake(out var piece))
        {
            piece = create();
            _created.Add(piece);
        }

        work(piece, index);
        return piece;
    }
}
