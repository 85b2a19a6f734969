using System.Numerics;
using System.Runtime.CompilerServices;

namespace Recommender.Ranking.Neighbours;

/// <summary>
/// Finds the k places with the highest similarities, of equal ones the lowest places. Candidates gather in a room for 2k; when it
/// is full, the worse half goes and what comes later must beat the worst of the rest. One thread's scratch memory.
/// </summary>
/// <param name="k">How many to find, at least 1.</param>
internal sealed class NearestPlaces(int k)
{
    // A similarity's bits (which order numbers above 0) over the complement of the place: one comparison orders both.
    private readonly ulong[] _keys = new ulong[2 * k];
    private int _count;

    /// <summary>How many were found: k, or all above 0 where those are fewer.</summary>
    public int Count => _count;

    /// <summary>A place found, at 0 … <see cref="Count"/> − 1, in an order that follows from the similarities only.</summary>
    public int Place(int position) => ~(int)(uint)_keys[position];

    /// <summary>The place's similarity, above 0.</summary>
    public float Similarity(int position) => BitConverter.UInt32BitsToSingle((uint)(_keys[position] >> 32));

    /// <summary>Finds the best of all places; similarities are at least 0, and those of 0 are left out.</summary>
    public void Find(ReadOnlySpan<float> similarities)
    {
        _count = 0;
        var (place, worst) = (0, 0f);
        while (place < similarities.Length)
        {
            // Places ascend, so that one no better than the worst of k others is out.
            var bound = new Vector<float>(worst);
            while (place + Vector<float>.Count <= similarities.Length && Vector.LessThanOrEqualAll(new Vector<float>(similarities[place..]), bound))
            {
                place += Vector<float>.Count;
            }

            for (var end = Math.Min(place + Vector<float>.Count, similarities.Length); place < end; place++)
            {
                if (similarities[place] > worst)
                {
                    _keys[_count++] = ((ulong)BitConverter.SingleToUInt32Bits(similarities[place]) << 32) | ~(uint)place;
                    if (_count == _keys.Length)
                    {
                        worst = Halve();
                    }
                }
            }
        }

        if (_count > k)
        {
            Halve();
        }
    }

    /// <returns>The lowest similarity kept.</returns>
    private float Halve()
    {
        PutBestFirst(_keys.AsSpan(0, _count), k);
        _count = k;
        var least = ulong.MaxValue;
        foreach (var key in _keys.AsSpan(0, k))
        {
            least = Math.Min(least, key);
        }

        return BitConverter.UInt32BitsToSingle((uint)(least >> 32));
    }

    /// <summary>Hoare's selection: the <paramref name="best"/> highest keys come first. The keys differ.</summary>
    private static void PutBestFirst(Span<ulong> keys, int best)
    {
        var (low, high) = (0, keys.Length - 1);
        while (low < high)
        {
            var pivot = Median(keys[low], keys[(low + high) / 2], keys[high]);
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (keys[left] > pivot)
                {
                    left++;
                }

                while (keys[right] < pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (keys[left], keys[right]) = (keys[right], keys[left]);
                    left++;
                    right--;
                }
            }

            if (best - 1 <= right)
            {
                high = right;
            }
            else if (best - 1 >= left)
            {
                low = left;
            }
            else
            {
                return;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Median(ulong a, ulong b, ulong c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
