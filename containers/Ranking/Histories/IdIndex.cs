namespace Recommender.Ranking.Histories;

/// <summary>Numbers ids in the order in which they first appear; <see cref="ToVocabulary"/> then gives the final, sorted numbers.</summary>
internal sealed class IdIndex
{
    // Ids below this are looked up in an array (at most 16 MB), which is several times faster than a hash table;
    // shops number users and products from 1, so that is nearly always all of them.
    private const int DirectLimit = 1 << 22;

    private readonly Dictionary<long, int> sparse = [];
    private readonly List<long> ids = [];
    private int[] direct = new int[1024];
    private long lastId;
    private int lastIndex = -1;

    public int Count => ids.Count;

    public int GetOrAdd(long id)
    {
        // Lines of one user usually come together.
        if (id == lastId && lastIndex >= 0)
        {
            return lastIndex;
        }

        lastId = id;
        return lastIndex = id is >= 0 and < DirectLimit ? GetOrAddDirect((int)id) : GetOrAddSparse(id);
    }

    /// <summary>The sorted vocabulary, and for each provisional index its final one.</summary>
    public (Vocabulary Vocabulary, int[] FinalIndex) ToVocabulary()
    {
        var vocabulary = Vocabulary.FromIds(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids));
        var order = new int[ids.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(ids.ToArray(), order);
        var final = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            final[order[i]] = i;
        }

        return (vocabulary, final);
    }

    private int GetOrAddDirect(int id)
    {
        if (id >= direct.Length)
        {
            Array.Resize(ref direct, Math.Min(DirectLimit, Math.Max(id + 1, direct.Length * 2)));
        }

        ref var slot = ref direct[id];
        if (slot == 0)
        {
            ids.Add(id);
            slot = ids.Count;
        }

        return slot - 1;
    }

    private int GetOrAddSparse(long id)
    {
        if (!sparse.TryGetValue(id, out var index))
        {
            index = ids.Count;
            ids.Add(id);
            sparse.Add(id, index);
        }

        return index;
    }
}
