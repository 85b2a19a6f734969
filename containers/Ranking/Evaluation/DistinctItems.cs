namespace Recommender.Ranking.Evaluation;

/// <summary>The best place at which each product was recommended to anyone.</summary>
internal sealed class DistinctItems
{
    private readonly int[] bestPlace;

    public DistinctItems(int products)
    {
        bestPlace = new int[products];
        Array.Fill(bestPlace, int.MaxValue);
    }

    public void Add(int item, int place) => bestPlace[item] = Math.Min(bestPlace[item], place);

    public void Merge(DistinctItems other)
    {
        for (var item = 0; item < bestPlace.Length; item++)
        {
            Add(item, other.bestPlace[item]);
        }
    }

    /// <summary>How many products were recommended at a place, from 1, of at most <paramref name="k"/>.</summary>
    public int Within(int k) => bestPlace.Count(place => place <= k);
}
