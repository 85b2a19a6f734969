using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Rankers;

/// <summary>
/// One thread's scratch memory for ranking users of the given histories: about 32 bytes a product. Serves any number of
/// rankers over the same histories, one call at a time.
/// </summary>
internal sealed class RankingWorkspace
{
    private readonly List<ScoredItem[]> _lists = [];
    private readonly Dictionary<object, object> _scratch = new(ReferenceEqualityComparer.Instance);
    private double[] _weights = [];
    private int[] _counts = [];
    private int _borrowed;

    /// <summary>A workspace for rankers over these histories.</summary>
    public RankingWorkspace(UserHistories histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        Tally = new PurchaseTally(histories.Products.Count);
    }

    internal PurchaseTally Tally { get; }

    /// <summary>Numbers for the duration of one ranking; not cleared.</summary>
    internal Span<double> Weights(int length)
    {
        if (_weights.Length < length)
        {
            _weights = new double[Math.Max(length, _weights.Length * 2)];
        }

        return _weights.AsSpan(0, length);
    }

    /// <summary>Zeros for the duration of one ranking.</summary>
    internal Span<int> Counts(int length)
    {
        if (_counts.Length < length)
        {
            _counts = new int[length];
        }

        var span = _counts.AsSpan(0, length);
        span.Clear();
        return span;
    }

    /// <summary>A list for a ranker that calls another: calls nest, so each borrows its own until <see cref="Return"/>.</summary>
    internal Span<ScoredItem> Borrow(int length)
    {
        if (_borrowed == _lists.Count)
        {
            _lists.Add(new ScoredItem[length]);
        }
        else if (_lists[_borrowed].Length < length)
        {
            _lists[_borrowed] = new ScoredItem[length];
        }

        return _lists[_borrowed++].AsSpan(0, length);
    }

    internal void Return() => _borrowed--;

    /// <summary>A ranker's own scratch memory on this thread, made when it is first asked for.</summary>
    internal T Scratch<T>(object ranker, Func<T> create)
        where T : class
    {
        if (!_scratch.TryGetValue(ranker, out var scratch))
        {
            _scratch.Add(ranker, scratch = create());
        }

        return (T)scratch;
    }
}
