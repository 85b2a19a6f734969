namespace Recommender.Ingest.Generation;

/// <summary>The products one user has bought, and the choice among them. Reused from user to user.</summary>
internal sealed class Repertoire(Catalogue catalogue)
{
    private const double RateSpread = 1.55;
    private const double AppealPower = 1.8;
    private const double MeanLife = 45;
    private const double Abandoned = 0.04;
    private const double TooSoon = 0.55;

    private readonly int[] _slotOf = new int[catalogue.Names.Length];
    private HabitItem[] _items = new HabitItem[256];
    private double[] _keys = new double[128];
    private int[] _picks = new int[128];

    internal int Count { get; private set; }

    internal ref HabitItem this[int slot] => ref _items[slot];

    internal void Clear()
    {
        for (var i = 0; i < Count; i++)
        {
            _slotOf[_items[i].Product] = 0;
        }

        Count = 0;
    }

    /// <summary>The slot of a product, or -1 where the user never bought it.</summary>
    internal int Find(int product) => _slotOf[product] - 1;

    /// <summary>Puts a known product into an order; false where it is in it already.</summary>
    internal bool Take(int slot, int order)
    {
        var taken = _items[slot].Last != order;
        _items[slot].Last = order;
        return taken;
    }

    internal int Adopt(int product, int order, ref SplitMix64 random)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        var rate = Math.Exp(RateSpread * Draw.Normal(ref random)) * Math.Pow(catalogue.Appeal[product], AppealPower);
        _items[Count] = new HabitItem
        {
            Product = product,
            Rate = (float)rate,
            Interval = (float)Math.Clamp(2.5 / Math.Sqrt(rate), 1, 12),
            Ends = (float)(order + (MeanLife * Draw.Exponential(ref random))),
            Last = order,
        };
        _slotOf[product] = ++Count;
        return Count - 1;
    }

    /// <summary>
    /// Draws up to <paramref name="wanted"/> slots without replacement, proportional to weight: the smallest exponential
    /// keys E / w (Efraimidis and Spirakis 2006).
    /// </summary>
    internal ReadOnlySpan<int> Choose(int wanted, int order, ref SplitMix64 random)
    {
        wanted = Math.Min(wanted, Count);
        if (wanted == 0)
        {
            return [];
        }

        if (_keys.Length < wanted)
        {
            _keys = new double[wanted * 2];
            _picks = new int[wanted * 2];
        }

        var found = 0;
        for (var slot = 0; slot < Count; slot++)
        {
            var key = Draw.Exponential(ref random) / Weight(in _items[slot], order);
            if (found == wanted && key >= _keys[found - 1])
            {
                continue;
            }

            var at = found < wanted ? found++ : found - 1;
            for (; at > 0 && _keys[at - 1] > key; at--)
            {
                _keys[at] = _keys[at - 1];
                _picks[at] = _picks[at - 1];
            }

            _keys[at] = key;
            _picks[at] = slot;
        }

        return _picks.AsSpan(0, found);
    }

    /// <summary>The rate, lowered while the product is not due yet, and nearly nothing once interest is lost.</summary>
    private static double Weight(in HabitItem item, int order)
    {
        var due = Math.Min(1, (order - item.Last) / item.Interval);
        return item.Rate * (TooSoon + ((1 - TooSoon) * due)) * (order > item.Ends ? Abandoned : 1);
    }
}
