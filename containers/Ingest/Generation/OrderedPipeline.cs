using System.Collections.Concurrent;

namespace Recommender.Ingest.Generation;

/// <summary>
/// Does numbered pieces of work on up to <paramref name="threads"/> threads and hands the results to one consumer in
/// order. At most twice as many pieces as threads exist at a time, and their buffers are reused.
/// </summary>
internal sealed class OrderedPipeline<T>(int threads, Func<T> create) : IDisposable
    where T : class, IDisposable
{
    private readonly ConcurrentBag<T> idle = [];
    private readonly ConcurrentBag<T> created = [];
    private readonly Queue<Task<T>> running = new();
    private readonly TaskFactory factory =
        new(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler);

    /// <summary>Runs pieces 0..<paramref name="count"/>-1; the consumer runs on the calling thread.</summary>
    internal void Run(int count, Action<T, int> work, Action<T> consume, CancellationToken cancellation)
    {
        try
        {
            for (var next = 0; next < count || running.Count > 0;)
            {
                while (next < count && running.Count < 2 * threads)
                {
                    var index = next++;
                    running.Enqueue(factory.StartNew(() => Work(work, index), cancellation));
                }

                var done = running.Dequeue().GetAwaiter().GetResult();
                consume(done);
                idle.Add(done);
            }
        }
        finally
        {
            // The caller closes what the work may still use only after all of it has stopped.
            Task.WhenAll(running).ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
            running.Clear();
        }
    }

    /// <summary>Disposes the pieces; to be called after <see cref="Run"/> has returned or thrown.</summary>
    public void Dispose()
    {
        foreach (var piece in created)
        {
            piece.Dispose();
        }
    }

    private T Work(Action<T, int> work, int index)
    {
        if (!idle.TryTake(out var piece))
        {
            piece = create();
            created.Add(piece);
        }

        work(piece, index);
        return piece;
    }
}
