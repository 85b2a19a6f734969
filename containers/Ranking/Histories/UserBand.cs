namespace Recommender.Ranking.Histories;

/// <summary>
/// The lines of up to 4,096 users in arrival order, 12 bytes a line. Splitting the users into bands keeps the sort of
/// each band within the processor's cache and lets its lines be freed as soon as the band is sorted.
/// </summary>
internal sealed class UserBand
{
    public const int UserBits = 12;
    public const int Users = 1 << UserBits;
    public const int CartBits = 32 - UserBits;
    public const int MaxCartPosition = (1 << CartBits) - 1;

    private const int FirstChunk = 256;
    private const int LargestChunk = 16_384;

    private readonly List<Line[]> _full = [];
    private Line[] _current = [];
    private int _used;

    public int Count { get; private set; }

    public void Add(int userInBand, int product, int orderNumber, int cartPosition)
    {
        if (_used == _current.Length)
        {
            Grow();
        }

        _current[_used++] = new Line(((uint)userInBand << CartBits) | (uint)cartPosition, orderNumber, product);
        Count++;
    }

    /// <summary>
    /// Sorts the lines by user (counting sort), then each user's by order, cart position and product. The band is empty
    /// afterwards.
    /// </summary>
    public SortedBand Sort(BandSorter sorter)
    {
        var starts = new int[Users + 1];
        for (var chunk = 0; chunk <= _full.Count; chunk++)
        {
            foreach (ref readonly var line in Chunk(chunk))
            {
                starts[line.User + 1]++;
            }
        }

        for (var user = 0; user < Users; user++)
        {
            starts[user + 1] += starts[user];
        }

        sorter.Reserve(Count);
        var next = starts.AsSpan(0, Users).ToArray();
        for (var chunk = 0; chunk <= _full.Count; chunk++)
        {
            foreach (ref readonly var line in Chunk(chunk))
            {
                sorter.Put(next[line.User]++, line);
            }
        }

        _full.Clear();
        _current = [];
        return sorter.Finish(starts, Count);
    }

    private ReadOnlySpan<Line> Chunk(int index) => index < _full.Count ? _full[index] : _current.AsSpan(0, _used);

    private void Grow()
    {
        if (_used > 0)
        {
            _full.Add(_current);
        }

        _current = GC.AllocateUninitializedArray<Line>(_used == 0 ? FirstChunk : Math.Min(LargestChunk, _used * 2));
        _used = 0;
    }

    internal readonly record struct Line(uint UserAndCart, int OrderNumber, int Product)
    {
        public int User => (int)(UserAndCart >> CartBits);

        /// <summary>Sorts as (order number, cart position).</summary>
        public ulong Key => ((ulong)(uint)(OrderNumber ^ int.MinValue) << CartBits) | (UserAndCart & MaxCartPosition);
    }
}
