namespace Recommender.Ranking.Threading;

/// <summary>Runs a body over 0 … count − 1 in small ranges that idle threads take in turn, each thread with its own state.</summary>
internal static class ParallelRanges
{
    /// <returns>The threads' states, in no particular order.</returns>
    public static IReadOnlyList<TState> Run<TState>(
        int count, int rangeLength, int threads, Func<TState> createState, Action<int, int, TState> body,
        CancellationToken cancellation)
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
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
            Parallel.For(0, threads, options, _ => Work());
        }

        return states;
    }
}
