using System.Runtime.ExceptionServices;

namespace Recommender.Ranking.Threading;

/// <summary>Runs a body over 0 … count − 1 in small ranges that idle threads take in turn, each thread with its own state.</summary>
internal static class ParallelRanges
{
    /// <param name="count">How many indexes there are.</param>
    /// <param name="rangeLength">Indexes per range.</param>
    /// <param name="threads">Most threads to use, at least 1.</param>
    /// <param name="createState">Makes a thread's state; called on any thread.</param>
    /// <param name="body">Gets the first index of a range, the end of it (exclusive) and the thread's state.</param>
    /// <param name="cancellation">Stops the work between ranges.</param>
    /// <param name="finish">Gets each thread's state once all is done, one call at a time, in no particular order.</param>
    public static void Run<TState>(
        int count, int rangeLength, int threads, Func<TState> createState, Action<int, int, TState> body,
        CancellationToken cancellation, Action<TState>? finish = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var states = new List<TState>();
        var taken = 0L;
        void Work()
        {
            var state = createState();
            lock (states)
            {
                states.Add(state);
            }

            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var first = Interlocked.Add(ref taken, rangeLength) - rangeLength;
                if (first >= count)
                {
                    return;
                }

                body((int)first, (int)Math.Min(count, first + rangeLength), state);
            }
        }

        if (threads == 1 || count <= rangeLength)
        {
            Work();
        }
        else
        {
            RunOn(threads, Work, cancellation);
        }

        states.ForEach(finish ?? (_ => { }));
    }

    private static void RunOn(int threads, Action work, CancellationToken cancellation)
    {
        try
        {
            Parallel.For(
                0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, _ => work());
        }
        catch (AggregateException error)
        {
            // The caller sees what the body threw, as it does with one thread.
            ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }
    }
}
