using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Histories;

/// <summary>
/// Builds <see cref="UserHistories"/> from order lines in any row order, in time linear in the lines but for the sort of
/// each user's own lines, at about 15 bytes a line at the peak. The result depends on the set of lines only: not on their
/// order, not on how they are cut into blocks, not on the number of threads. Not thread-safe.
/// </summary>
internal sealed class HistoriesBuilder
{
    // About 5 million lines of a grocery shop.
    private const int BandsPerCollection = 8;

    private readonly IdIndex _users = new();
    private readonly IdIndex _products = new();
    private readonly List<UserBand> _bands = [];
    private long _lines;
    private bool _built;

    /// <summary>
    /// Adds a block of order lines, one row across the four columns. A product repeated in an order counts once, at its
    /// lowest cart position.
    /// </summary>
    /// <param name="userId">Who bought.</param>
    /// <param name="productId">What was bought.</param>
    /// <param name="orderNumber">Place of the order among the user's orders: ascending in time; gaps do not matter.</param>
    /// <param name="cartPosition">Place of the product in the order: 0 … 1,048,575.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cart position is out of range. No line of the block is added.</exception>
    public void AddLines(
        ReadOnlySpan<long> userId, ReadOnlySpan<long> productId, ReadOnlySpan<int> orderNumber, ReadOnlySpan<int> cartPosition)
    {
        ThrowIfBuilt();
        if (productId.Length != userId.Length || orderNumber.Length != userId.Length || cartPosition.Length != userId.Length)
        {
            throw new ArgumentException(
                $"The columns of a block must have one length; they have {userId.Length} (user), {productId.Length} (product), "
                + $"{orderNumber.Length} (order number) and {cartPosition.Length} (cart position).");
        }

        var misplaced = cartPosition.IndexOfAnyExceptInRange(0, UserBand.MaxCartPosition);
        if (misplaced >= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(cartPosition), cartPosition[misplaced],
                $"Row {misplaced} of the block: a cart position must be in 0 … {UserBand.MaxCartPosition}.");
        }

        for (var row = 0; row < userId.Length; row++)
        {
            var user = _users.GetOrAdd(userId[row]);
            var product = _products.GetOrAdd(productId[row]);
            BandOf(user).Add(user & (UserBand.Users - 1), product, orderNumber[row], cartPosition[row]);
        }

        _lines += userId.Length;
    }

    /// <summary>Adds products of the catalogue whether or not anyone bought them.</summary>
    public void AddProducts(ReadOnlySpan<long> productId)
    {
        ThrowIfBuilt();
        foreach (var id in productId)
        {
            _products.GetOrAdd(id);
        }
    }

    /// <summary>Adds users whether or not they bought anything.</summary>
    public void AddUsers(ReadOnlySpan<long> userId)
    {
        ThrowIfBuilt();
        foreach (var id in userId)
        {
            _users.GetOrAdd(id);
        }
    }

    /// <summary>Sorts what was added, freeing it on the way: a builder builds once.</summary>
    /// <param name="threads">Threads to use, at least 1; null for one per processor.</param>
    /// <param name="cancellation">Stops the work between bands of users.</param>
    /// <exception cref="InvalidOperationException">
    /// More lines were added than one process can index (2,147,483,591), or the builder has built before.
    /// </exception>
    public UserHistories Build(int? threads = null, CancellationToken cancellation = default)
    {
        ThrowIfBuilt();
        if (_lines > Array.MaxLength)
        {
            throw new InvalidOperationException(
                $"{_lines} order lines are more than the {Array.MaxLength} that one process can index: shard the users.");
        }

        _built = true;
        var (userIds, finalUser) = _users.ToVocabulary();
        var (productIds, finalProduct) = _products.ToVocabulary();
        var sorted = new SortedBand[_bands.Count];
        for (var first = 0; first < _bands.Count; first += BandsPerCollection)
        {
            var end = Math.Min(_bands.Count, first + BandsPerCollection);
            SortBands(first, end, sorted, finalProduct, threads ?? Environment.ProcessorCount, cancellation);
        }

        return HistoriesAssembly.Assemble(userIds, finalUser, productIds, sorted);
    }

    private void SortBands(
        int first, int end, SortedBand[] sorted, int[] finalProduct, int threads, CancellationToken cancellation)
    {
        ParallelRanges.Run(
            end - first, 1, threads, () => new BandSorter(finalProduct),
            (start, stop, sorter) =>
            {
                for (var band = first + start; band < first + stop; band++)
                {
                    sorted[band] = _bands[band].Sort(sorter);
                }
            },
            cancellation);
        if (end < _bands.Count || end > BandsPerCollection)
        {
            // Large arrays are otherwise kept until long after they are free: without this the peak is twice as high.
            GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        }
    }

    private void ThrowIfBuilt()
    {
        if (_built)
        {
            throw new InvalidOperationException("The builder has built its histories; start a new one.");
        }
    }

    private UserBand BandOf(int user)
    {
        var band = user >> UserBand.UserBits;
        while (_bands.Count <= band)
        {
            _bands.Add(new UserBand());
        }

        return _bands[band];
    }
}
