namespace Recommender.Ranking.Baskets;

/// <summary>
/// A user's products with their probabilities, in the order in which a basket takes them: the most probable first, of equal ones the
/// lowest product. One thread's scratch memory; allocates nothing once it has grown.
/// </summary>
internal sealed class BasketPairs
{
    private (double Probability, int Item)[] _pairs = new (double, int)[64];
    private double[] _probabilities = new double[64];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The probabilities, once sorted.</summary>
    public ReadOnlySpan<double> Probabilities => _probabilities.AsSpan(0, Count);

    /// <summary>The product at a place, once sorted.</summary>
    public int Item(int place) => _pairs[place].Item;

    /// <summary>Begins another user.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a product.</summary>
    public void Add(double probability, int item)
    {
        if (Count == _pairs.Length)
        {
            Array.Resize(ref _pairs, Count * 2);
            _probabilities = new double[Count * 2];
        }

        _pairs[Count++] = (probability, item);
    }

    /// <summary>Puts them in order.</summary>
    public void Sort()
    {
        var pairs = _pairs.AsSpan(0, Count);
        pairs.Sort(static (one, other) => one.Probability == other.Probability ? one.Item.CompareTo(other.Item) : other.Probability.CompareTo(one.Probability));
        for (var place = 0; place < Count; place++)
        {
            _probabilities[place] = pairs[place].Probability;
        }
    }
}
