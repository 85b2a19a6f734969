namespace Recommender.Ingest.Generation;

/// <summary>The products one user has bought, and the choice among them. Reused from user to user.</summary>
internal sealed class Repertoire(Catalogue catalogue)
{
    private const double RateSpread = 1.55;
    private const double AppealPower = 1.8;
    private const double MeanLife = 45;
    private const double Abandoned = 0.04;
    private const double TooSoon = 0.55;

    private readonly int[] slotOf = new int[catalogue.Names.Length];
    private HabitItem[] items = new HabitItem[256];
    private double[] keys = new double[128];
    private int[] picks = new int[128];

    internal int Count { get; private set; }

    internal ref HabitItem this[int slot] => ref items[slot];

    internal void Clear()
    {
        for (var i = 0; i < Count; i++)
        {
            slotOf[items[i].Product] = 0;
        }

        Count = 0;
    }

    /// <summary>The slot of a product, or -1 where the user never bought it.</summary>
    internal int Find(int product) => slotOf[product] - 1;

    /// <summary>Puts a known product into an order; false where it is in it already.</summary>
    internal bool Take(int slot, int order)
    {
        var taken = items[slot].Last != order;
        items[slot].Last = order;
        return taken;
    }

    internal int Adopt(int product, int order, ref SplitMix64 random)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, Count * 2);
        }

        var rate = Math.Exp(RateSpread * Draw.Normal(ref random)) * Math.Pow(catalogue.Appeal[product], AppealPower);
        items[Count] = new HabitItem
        {
            Product = product,
            Rate = (float)rate,
            Interval = (float)Math.Clamp(2.5 / Math.Sqrt(rate), 1, 12),
            Ends = (float)(order + (MeanLife * Draw.Exponential(ref random))),
            Last = order,
        };
        slotOf[product] = ++Count;
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

        if (keys.Length < wanted)
        {
            keys = new double[wanted * 2];
            picks = new int[wanted * 2];
        }

        var found = 0;
        for (var slot = 0; slot < Count; slot++)
        {
            var key = Draw.Exponential(ref random) / Weight(in items[slot], order);
            if (found == wanted && key >= keys[found - 1])
            {
                continue;
            }

            var at = found < wanted ? found++ : found - 1;
            for (; at > 0 && keys[at - 1] > key; at--)
            {
                keys[at] = keys[at - 1];
                picks[at] = picks[at - 1];
            }

            keys[at] = key;
            picks[at] = slot;
        }

        return picks.AsSpan(0, found);
    }

    /// <summary>The rate, lowered while the product is not due yet, and nearly nothing once interest is lost.</summary>
    private static double Weight(in HabitItem item, int order)
    {
        var due = Math.Min(1, (order - item.Last) / item.Interval);
        return item.Rate * (TooSoon + ((1 - TooSoon) * due)) * (order > item.Ends ? Abandoned : 1);
    }
}
