using System.Numerics;
using System.Runtime.CompilerServices;

namespace Recommender.Ranking.Neighbours;

/// <summary>
/// Finds the k places with the highest similarities, of equal ones the lowest places. Candidates gather in a room for 2k; when it
/// is full, the worse half goes and what comes later must beat the worst of the rest. So that little has to go, a sample of the
/// places first says what is surely not among the best. One thread's scratch memory.
/// </summary>
/// <param name="k">How many to find, at least 1.</param>
internal sealed class NearestPlaces(int k)
{
    private const int SampleStep = 16;
    // A sample holds about k / 16 of the best: three standard deviations more, and a little, are taken for those of k.
    private readonly int _sampled = (k / SampleStep) + (int)(3 * Math.Sqrt((double)k / SampleStep)) + 1;

    // A similarity's bits (which order numbers above 0) over the complement of the place: one comparison orders both.
    private readonly ulong[] _keys = new ulong[2 * k];
    private ulong[] _scratch = new ulong[2 * k];
    private int _count;

    /// <summary>How many were found: k, or all above 0 where those are fewer.</summary>
    public int Count => _count;

    /// <summary>A place found, at 0 … <see cref="Count"/> − 1, ascending.</summary>
    public int Place(int position) => ~(int)(uint)_keys[position];

    /// <summary>The place's similarity, above 0.</summary>
    public float Similarity(int position) => SimilarityOf(_keys[position]);

    /// <summary>Finds the best of all places; similarities are at least 0, and those of 0 are left out.</summary>
    public void Find(ReadOnlySpan<float> similarities)
    {
        var bound = Bound(similarities);
        Find(similarities, bound);
        if (_count < k && bound > 0)
        {
            Find(similarities, 0);
        }
    }

    private static float SimilarityOf(ulong key) => BitConverter.UInt32BitsToSingle((uint)(key >> 32));

    private static ulong Key(float similarity, int place) => ((ulong)BitConverter.SingleToUInt32Bits(similarity) << 32) | ~(uint)place;

    /// <summary>A similarity that about twice as many places as are looked for are above, by some of the places; 0 where there are few.</summary>
    private float Bound(ReadOnlySpan<float> similarities)
    {
        var some = similarities.Length / SampleStep;
        if (some < 4 * _sampled)
        {
            return 0;
        }

        if (_scratch.Length < some)
        {
            _scratch = new ulong[some];
        }

        var sample = _scratch.AsSpan(0, some);
        for (var i = 0; i < some; i++)
        {
            sample[i] = Key(similarities[i * SampleStep], i);
        }

        return SimilarityOf(Least(sample, _sampled));
    }

    private void Find(ReadOnlySpan<float> similarities, float worst)
    {
        _count = 0;
        var place = 0;
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
                    _keys[_count++] = Key(similarities[place], place);
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
        _keys.AsSpan(0, _count).CopyTo(_scratch);
        var least = Least(_scratch.AsSpan(0, _count), k);
        var kept = 0;
        foreach (var key in _keys.AsSpan(0, _count))
        {
            if (key >= least)
            {
                _keys[kept++] = key;
            }
        }

        _count = kept;
        return SimilarityOf(least);
    }

    /// <summary>The least of the so many highest keys, which are moved about.</summary>
    private static ulong Least(Span<ulong> keys, int highest)
    {
        PutBestFirst(keys, highest);
        var least = ulong.MaxValue;
        foreach (var key in keys[..highest])
        {
            least = Math.Min(least, key);
        }

        return least;
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
