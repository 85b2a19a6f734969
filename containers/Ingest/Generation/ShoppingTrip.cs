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

    private readonly Repertoire _repertoire = new(catalogue);
    private readonly List<int> _basket = [];
    private readonly double[] _positions = new double[LargestBasket];
    private readonly int[] _slots = new int[LargestBasket];

    /// <summary>Forgets the last user.</summary>
    internal void Clear() => _repertoire.Clear();

    /// <summary>
    /// The lines of order <paramref name="number"/> (from 1) in cart order: product id and whether an earlier order of
    /// the user had it.
    /// </summary>
    internal void Fill(in Shopper shopper, int number, List<(int Product, bool Reordered)> lines, ref SplitMix64 random)
    {
        lines.Clear();
        _basket.Clear();
        var size = (int)Math.Clamp(Math.Round(shopper.Basket * Draw.Weibull(ref random, TripShape)), 1, LargestBasket);
        var habitual = (1 - shopper.Curiosity) * (1 - Math.Pow(number, -LearningPower));
        var repeats = 0;
        for (var i = 0; i < size; i++)
        {
            repeats += random.NextDouble() < habitual ? 1 : 0;
        }

        AddHabits(repeats, number, ref random);

        while (_basket.Count < size && TryExplore(in shopper, number, ref random))
        {
            // Each success adds one product.
        }

        if (_basket.Count == 0)
        {
            // Nothing new was left in the departments of this user's taste, and an order has at least one line.
            AddHabits(1, number, ref random);
        }

        Arrange(lines, ref random);
    }

    private void AddHabits(int count, int number, ref SplitMix64 random)
    {
        foreach (var slot in _repertoire.Choose(count, number, ref random))
        {
            _basket.Add(slot);
            _repertoire.Take(slot, number);
        }
    }

    /// <summary>Adds a product that goes with one in the basket (new or known), or a new one by taste.</summary>
    private bool TryExplore(in Shopper shopper, int number, ref SplitMix64 random)
    {
        for (var attempt = 0; attempt < ExploreAttempts; attempt++)
        {
            var together = _basket.Count > 0 && random.NextDouble() < PartnerShare;
            var product = together
                ? catalogue.Partners[
                    (_repertoire[_basket[random.NextInt(_basket.Count)]].Product * Catalogue.PartnersPerProduct)
                    + random.NextInt(Catalogue.PartnersPerProduct)]
                : catalogue.DrawFrom(Draw.Weighted(ref random, shopper.Taste), ref random);
            var known = _repertoire.Find(product);
            if (known < 0)
            {
                _basket.Add(_repertoire.Adopt(product, number, ref random));
                return true;
            }

            if (together && _repertoire.Take(known, number))
            {
                _basket.Add(known);
                return true;
            }
        }

        return false;
    }

    /// <summary>Habitual products tend to be put in the cart earlier.</summary>
    private void Arrange(List<(int Product, bool Reordered)> lines, ref SplitMix64 random)
    {
        for (var i = 0; i < _basket.Count; i++)
        {
            _slots[i] = _basket[i];
            _positions[i] = Math.Log(Draw.Exponential(ref random)) - (HabitFirst * Math.Log(1 + _repertoire[_basket[i]].Count));
        }

        Array.Sort(_positions, _slots, 0, _basket.Count);
        for (var i = 0; i < _basket.Count; i++)
        {
            ref var item = ref _repertoire[_slots[i]];
            lines.Add((item.Product + 1, item.Count > 0));
            item.Count++;
        }
    }
}
