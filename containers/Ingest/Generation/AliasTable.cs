namespace Recommender.Ingest.Generation;

/// <summary>Draws an index with probability proportional to its weight in constant time (Walker 1977, Vose 1991).</summary>
internal sealed class AliasTable
{
    private readonly double[] keep;
    private readonly int[] other;

    internal AliasTable(IReadOnlyList<double> weights)
    {
        var count = weights.Count;
        var mean = weights.Sum() / count;
        keep = new double[count];
        other = new int[count];
        var small = new Stack<int>();
        var large = new Stack<int>();
        for (var i = 0; i < count; i++)
        {
            keep[i] = weights[i] / mean;
            other[i] = i;
            (keep[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            var (less, more) = (small.Pop(), large.Pop());
            other[less] = more;
            keep[more] -= 1 - keep[less];
            (keep[more] < 1 ? small : large).Push(more);
        }
    }

    internal int Next(ref SplitMix64 random)
    {
        var i = random.NextInt(keep.Length);
        return random.NextDouble() < keep[i] || other[i] == i ? i : other[i];
    }
}
