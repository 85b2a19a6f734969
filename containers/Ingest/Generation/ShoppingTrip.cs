namespace Recommender.Ingest.Generation;

/// <summary>Fills one user's baskets order by order. Reused from user to user.</summary>
internal sealed class ShoppingTrip(Catalogue catalogue)
{
    private const double LearningPower = 0.75;
    private const double TripShape = 2.3;
    private const int LargestBasket = 120;
    private const double PartnerShare = 0.25;
    private const int ExploreAttempts = 12;
    private const double HabitFirst = 0.5;

    private readonly Repertoire repertoire = new(catalogue);
    private readonly List<int> basket = [];
    private readonly double[] positions = new double[LargestBasket];
    private readonly int[] slots = new int[LargestBasket];

    /// <summary>Forgets the last user.</summary>
    internal void Clear() => repertoire.Clear();

    /// <summary>
    /// The lines of order <paramref name="number"/> (from 1) in cart order: product id and whether an earlier order of
    /// the user had it.
    /// </summary>
    internal void Fill(in Shopper shopper, int number, List<(int Product, bool Reordered)> lines, ref SplitMix64 random)
    {
        lines.Clear();
        basket.Clear();
        var size = (int)Math.Clamp(Math.Round(shopper.Basket * Draw.Weibull(ref random, TripShape)), 1, LargestBasket);
        var habitual = (1 - shopper.Curiosity) * (1 - Math.Pow(number, -LearningPower));
        var repeats = 0;
        for (var i = 0; i < size; i++)
        {
            repeats += random.NextDouble() < habitual ? 1 : 0;
        }

        AddHabits(repeats, number, ref random);

        while (basket.Count < size && TryExplore(in shopper, number, ref random))
        {
            // Each success adds one product.
        }

        if (basket.Count == 0)
        {
            // Nothing new was left in the departments of this user's taste, and an order has at least one line.
            AddHabits(1, number, ref random);
        }

        Arrange(lines, ref random);
    }

    private void AddHabits(int count, int number, ref SplitMix64 random)
    {
        foreach (var slot in repertoire.Choose(count, number, ref random))
        {
            basket.Add(slot);
            repertoire.Take(slot, number);
        }
    }

    /// <summary>Adds a product that goes with one in the basket (new or known), or a new one by taste.</summary>
    private bool TryExplore(in Shopper shopper, int number, ref SplitMix64 random)
    {
        for (var attempt = 0; attempt < ExploreAttempts; attempt++)
        {
            var together = basket.Count > 0 && random.NextDouble() < PartnerShare;
            var product = together
                ? catalogue.Partners[
                    (repertoire[basket[random.NextInt(basket.Count)]].Product * Catalogue.PartnersPerProduct)
                    + random.NextInt(Catalogue.PartnersPerProduct)]
                : catalogue.DrawFrom(Draw.Weighted(ref random, shopper.Taste), ref random);
            var known = repertoire.Find(product);
            if (known < 0)
            {
                basket.Add(repertoire.Adopt(product, number, ref random));
                return true;
            }

            if (together && repertoire.Take(known, number))
            {
                basket.Add(known);
                return true;
            }
        }

        return false;
    }

    /// <summary>Habitual products tend to be put in the cart earlier.</summary>
    private void Arrange(List<(int Product, bool Reordered)> lines, ref SplitMix64 random)
    {
        for (var i = 0; i < basket.Count; i++)
        {
            slots[i] = basket[i];
            positions[i] = Math.Log(Draw.Exponential(ref random)) - (HabitFirst * Math.Log(1 + repertoire[basket[i]].Count));
        }

        Array.Sort(positions, slots, 0, basket.Count);
        for (var i = 0; i < basket.Count; i++)
        {
            ref var item = ref repertoire[slots[i]];
            lines.Add((item.Product + 1, item.Count > 0));
            item.Count++;
        }
    }
}
