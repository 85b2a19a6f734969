namespace Recommender.Ingest.Generation;

/// <summary>Draws an index with probability proportional to its weight in constant time (Walker 1977, Vose 1991).</summary>
internal sealed class AliasTable
{
    private readonly double[] _keep;
    private readonly int[] _other;

    internal AliasTable(IReadOnlyList<double> weights)
    {
        var count = weights.Count;
        var mean = weights.Sum() / count;
        _keep = new double[count];
        _other = new int[count];
        var small = new Stack<int>();
        var large = new Stack<int>();
        for (var i = 0; i < count; i++)
        {
            _keep[i] = weights[i] / mean;
            _other[i] = i;
            (_keep[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            var (less, more) = (small.Pop(), large.Pop());
            _other[less] = more;
            _keep[more] -= 1 - _keep[less];
            (_keep[more] < 1 ? small : large).Push(more);
        }
    }

    internal int Next(ref SplitMix64 random)
    {
        var i = random.NextInt(_keep.Length);
        return random.NextDouble() < _keep[i] || _other[i] == i ? i : _other[i];
    }
}
