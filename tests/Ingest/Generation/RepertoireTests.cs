using Recommender.Ingest.Generation;

namespace Recommender.Ingest.Tests.Generation;

public sealed class RepertoireTests
{
    private const int Draws = 20_000;
    private readonly Repertoire _repertoire = new(CatalogueBuilder.Build(seed: 1, products: 1_000));
    private SplitMix64 _random = new(7);

    [Fact]
    public void Liked_products_are_chosen_in_proportion_to_their_rates() =>
        Assert.InRange(ShareOfFirst(Item(rate: 3), Item(rate: 1)), 0.73, 0.77);

    [Fact]
    public void An_abandoned_product_is_nearly_never_chosen() =>
        Assert.InRange(ShareOfFirst(Item(ends: 9), Item()), 0.02, 0.06);

    [Fact]
    public void A_product_just_bought_waits_for_its_rhythm() =>
        Assert.InRange(ShareOfFirst(Item(last: 9, interval: 10), Item(last: 1, interval: 5)), 0.35, 0.39);

    [Fact]
    public void A_choice_has_no_product_twice_and_no_more_than_there_are()
    {
        Assert.Empty(_repertoire.Choose(3, 1, ref _random).ToArray());
        Adopt(Item(), Item(), Item());
        Assert.Equal([0, 1, 2], _repertoire.Choose(200, 10, ref _random).ToArray().Order());
        Assert.Equal(2, _repertoire.Choose(2, 10, ref _random).ToArray().Distinct().Count());
    }

    [Fact]
    public void A_cleared_repertoire_has_forgotten_its_products()
    {
        Adopt(Item(), Item());
        Assert.Equal(1, _repertoire.Find(1));
        _repertoire.Clear();
        Assert.Equal((0, -1), (_repertoire.Count, _repertoire.Find(1)));
    }

    private static HabitItem Item(float rate = 1, float ends = 100, int last = 1, float interval = 1) =>
        new() { Rate = rate, Ends = ends, Last = last, Interval = interval };

    private double ShareOfFirst(HabitItem first, HabitItem second)
    {
        Adopt(first, second);
        var chosen = 0;
        for (var i = 0; i < Draws; i++)
        {
            chosen += _repertoire.Choose(1, 10, ref _random)[0] == 0 ? 1 : 0;
        }

        return (double)chosen / Draws;
    }

    private void Adopt(params HabitItem[] items)
    {
        for (var product = 0; product < items.Length; product++)
        {
            var slot = _repertoire.Adopt(product, 1, ref _random);
            _repertoire[slot] = items[product] with { Product = product };
        }
    }
}
