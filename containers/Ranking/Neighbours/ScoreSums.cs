using System.Numerics;

namespace Recommender.Ranking.Neighbours;

/// <summary>
/// Sums of scores per product, all at least 0. Products lie in blocks, and only blocks that were added to are searched and cleared:
/// that is faster than to remember each product. One thread's scratch memory: 4 bytes a product.
/// </summary>
/// <param name="products">Number of products.</param>
internal sealed class ScoreSums(int products)
{
    private const int BlockBits = 8;
    private const int BlockLength = 1 << BlockBits;

    private readonly float[] _sums = new float[(products + BlockLength - 1) & -BlockLength];
    private readonly bool[] _touched = new bool[(products + BlockLength - 1) >> BlockBits];

    /// <summary>A product's sum; 0 where nothing was added.</summary>
    public float this[int item] => _sums[item];

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        for (var block = 0; block < _touched.Length; block++)
        {
            if (_touched[block])
            {
                _sums.AsSpan(block << BlockBits, BlockLength).Clear();
                _touched[block] = false;
            }
        }
    }

    /// <summary>Adds so much of each share.</summary>
    public void Add(ReadOnlySpan<NeighbourItem> shares, float voice)
    {
        var (sums, touched) = (_sums, _touched);
        foreach (ref readonly var share in shares)
        {
            sums[share.Item] += voice * share.Score;
            touched[share.Item >> BlockBits] = true;
        }
    }

    /// <summary>Finds the products with the greatest sums above 0.</summary>
    /// <param name="top">Receives them, best first; ties go to the lower product.</param>
    /// <param name="without">Products that are not to be among them: those of this user's baskets; null for none.</param>
    /// <param name="greatest">The greatest sum of all, those left out too; 0 where there is none.</param>
    /// <returns>How many were written.</returns>
    public int Best(Span<NeighbourItem> top, UserVector? without, out float greatest)
    {
        var count = 0;
        var most = Vector<float>.Zero;
        for (var block = 0; block < _touched.Length; block++)
        {
            if (!_touched[block])
            {
                continue;
            }

            for (var first = block << BlockBits; first < (block + 1) << BlockBits; first += Vector<float>.Count)
            {
                var some = new Vector<float>(_sums, first);
                most = Vector.Max(most, some);
                // Products ascend, so that one no better than the worst of a full list is out.
                var bound = count < top.Length ? 0 : count == 0 ? float.PositiveInfinity : top[^1].Score;
                if (Vector.GreaterThanAny(some, new Vector<float>(bound)))
                {
                    count = Offer(top, count, first, without);
                }
            }
        }

        greatest = 0;
        for (var lane = 0; lane < Vector<float>.Count; lane++)
        {
            greatest = MathF.Max(greatest, most[lane]);
        }

        return count;
    }

    private int Offer(Span<NeighbourItem> top, int count, int first, UserVector? without)
    {
        for (var item = first; item < first + Vector<float>.Count; item++)
        {
            var score = _sums[item];
            if (score > (count < top.Length ? 0 : top[^1].Score) && (without is null || without[item].Baskets == 0))
            {
                var slot = count < top.Length ? count++ : count - 1;
                for (; slot > 0 && score > top[slot - 1].Score; slot--)
                {
                    top[slot] = top[slot - 1];
                }

                top[slot] = new NeighbourItem(item, score);
            }
        }

        return count;
    }
}
