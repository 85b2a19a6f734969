namespace Recommender.Ranking.Histories;

/// <summary>
/// Maps ids of the lake (any long) to dense indexes 0 … <see cref="Count"/> − 1. Ids are held in ascending order, so an
/// id's index depends on the set of ids only, and comparing indexes compares ids.
/// </summary>
internal sealed class Vocabulary
{
    private readonly long[] _ids;

    private Vocabulary(long[] ascending) => _ids = ascending;

    /// <summary>Number of ids.</summary>
    public int Count => _ids.Length;

    /// <summary>The ids, ascending; position = index.</summary>
    public ReadOnlySpan<long> Ids => _ids;

    /// <summary>A vocabulary of the given ids, in any order, repeated or not.</summary>
    public static Vocabulary FromIds(ReadOnlySpan<long> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                sorted[count++] = sorted[i];
            }
        }

        Array.Resize(ref sorted, count);
        return new Vocabulary(sorted);
    }

    /// <summary>The id at an index in 0 … <see cref="Count"/> − 1.</summary>
    public long Id(int index) => _ids[index];

    /// <summary>The index of an id, or −1 where the vocabulary lacks it.</summary>
    public int IndexOf(long id) => Math.Max(Array.BinarySearch(_ids, id), -1);
}
