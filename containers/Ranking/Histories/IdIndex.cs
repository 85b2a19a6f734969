namespace Recommender.Ranking.Histories;

/// <summary>Numbers ids in the order in which they first appear; <see cref="ToVocabulary"/> then gives the final, sorted numbers.</summary>
internal sealed class IdIndex
{
    // Ids below this are looked up in an array (at most 16 MB), which is several times faster than a hash table;
    // shops number users and products from 1, so that is nearly always all of them.
    private const int DirectLimit = 1 << 22;

    private readonly Dictionary<long, int> _sparse = [];
    private readonly List<long> _ids = [];
    private int[] _direct = new int[1024];
    private long _lastId;
    private int _lastIndex = -1;

    public int Count => _ids.Count;

    public int GetOrAdd(long id)
    {
        // Lines of one user usually come together.
        if (id == _lastId && _lastIndex >= 0)
        {
            return _lastIndex;
        }

        _lastId = id;
        return _lastIndex = id is >= 0 and < DirectLimit ? GetOrAddDirect((int)id) : GetOrAddSparse(id);
    }

    /// <summary>The sorted vocabulary, and for each provisional index its final one.</summary>
    public (Vocabulary Vocabulary, int[] FinalIndex) ToVocabulary()
    {
        var vocabulary = Vocabulary.FromIds(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ids));
        var order = new int[_ids.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(_ids.ToArray(), order);
        var final = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            final[order[i]] = i;
        }

        return (vocabulary, final);
    }

    private int GetOrAddDirect(int id)
    {
        if (id >= _direct.Length)
        {
            Array.Resize(ref _direct, Math.Min(DirectLimit, Math.Max(id + 1, _direct.Length * 2)));
        }

        ref var slot = ref _direct[id];
        if (slot == 0)
        {
            _ids.Add(id);
            slot = _ids.Count;
        }

        return slot - 1;
    }

    private int GetOrAddSparse(long id)
    {
        if (!_sparse.TryGetValue(id, out var index))
        {
            index = _ids.Count;
            _ids.Add(id);
            _sparse.Add(id, index);
        }

        return index;
    }
}
