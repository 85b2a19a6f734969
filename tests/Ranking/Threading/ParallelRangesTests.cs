using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Tests.Threading;

public class ParallelRangesTests
{
    [Theory]
    [InlineData(0, 5, 2)]
    [InlineData(1, 5, 2)]
    [InlineData(1000, 7, 1)]
    [InlineData(1000, 7, 4)]
    public void Every_index_is_visited_once(int count, int range, int threads)
    {
        var visits = new int[count];
        var seen = 0;
        ParallelRanges.Run(
            count, range, threads, () => new List<int>(),
            (first, end, state) =>
            {
                for (var i = first; i < end; i++)
                {
                    Interlocked.Increment(ref visits[i]);
                    state.Add(i);
                }
            },
            CancellationToken.None,
            state => seen += state.Count);

        Assert.All(visits, times => Assert.Equal(1, times));
        Assert.Equal(count, seen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_caller_sees_what_the_body_threw(int threads) => Assert.Throws<FormatException>(() => ParallelRanges.Run(
        100, 1, threads, () => 0, (first, _, _) => throw new FormatException($"{first}"), CancellationToken.None));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Cancelling_stops_between_ranges(int threads)
    {
        using var source = new CancellationTokenSource();
        var visited = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => ParallelRanges.Run(
            1_000_000, 1, threads, () => 0,
            (_, _, _) =>
            {
                Interlocked.Increment(ref visited);
                source.Cancel();
            },
            source.Token));
        Assert.InRange(visited, 1, 1000);
    }
}
