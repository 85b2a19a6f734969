namespace Recommender.Ranking.Evaluation;

/// <summary>The best place at which each product was recommended to anyone.</summary>
internal sealed class DistinctItems
{
    private readonly int[] _bestPlace;

    public DistinctItems(int products)
    {
        _bestPlace = new int[products];
        Array.Fill(_bestPlace, int.MaxValue);
    }

    public void Add(int item, int place) => _bestPlace[item] = Math.Min(_bestPlace[item], place);

    public void Merge(DistinctItems other)
    {
        for (var item = 0; item < _bestPlace.Length; item++)
        {
            Add(item, other._bestPlace[item]);
        }
    }

    /// <summary>How many products were recommended at a place, from 1, of at most <paramref name="k"/>.</summary>
    public int Within(int k) => _bestPlace.Count(place => place <= k);
}
