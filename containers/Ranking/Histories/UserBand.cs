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

    private readonly List<Line[]> chunks = [];
    private int used;

    public int Count { get; private set; }

    public void Add(int userInBand, int product, int orderNumber, int cartPosition)
    {
        if (chunks.Count == 0 || used == chunks[^1].Length)
        {
            var length = chunks.Count == 0 ? FirstChunk : Math.Min(LargestChunk, chunks[^1].Length * 2);
            chunks.Add(GC.AllocateUninitializedArray<Line>(length));
            used = 0;
        }

        chunks[^1][used++] = new Line(((uint)userInBand << CartBits) | (uint)cartPosition, orderNumber, product);
        Count++;
    }

    /// <summary>Sorts the lines by user (counting sort), then each user's by order, cart position and product.</summary>
    public SortedBand Sort(BandSorter sorter)
    {
        var starts = new int[Users + 1];
        ForEach(line => starts[line.User + 1]++);
        for (var user = 0; user < Users; user++)
        {
            starts[user + 1] += starts[user];
        }

        sorter.Reserve(Count);
        var next = starts.AsSpan(0, Users).ToArray();
        ForEach(line => sorter.Put(next[line.User]++, line));
        chunks.Clear();
        chunks.TrimExcess();
        return sorter.Finish(starts, Count);
    }

    private void ForEach(Action<Line> visit)
    {
        for (var chunk = 0; chunk < chunks.Count; chunk++)
        {
            var lines = chunks[chunk];
            var count = chunk == chunks.Count - 1 ? used : lines.Length;
            for (var i = 0; i < count; i++)
            {
                visit(lines[i]);
            }
        }
    }

    internal readonly record struct Line(uint UserAndCart, int OrderNumber, int Product)
    {
        public int User => (int)(UserAndCart >> CartBits);

        /// <summary>Sorts as (order number, cart position).</summary>
        public ulong Key => ((ulong)(uint)(OrderNumber ^ int.MinValue) << CartBits) | (UserAndCart & MaxCartPosition);
    }
}
