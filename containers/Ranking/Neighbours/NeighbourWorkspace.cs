using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Neighbours;

/// <summary>
/// One thread's scratch memory for <see cref="NeighbourItems.Find"/>, and the scores that the last call found. About
/// 28 bytes a product and 4 bytes a user of the pool.
/// </summary>
internal sealed class NeighbourWorkspace
{
    /// <summary>A workspace for neighbours over these histories.</summary>
    public NeighbourWorkspace(UserHistories histories, NeighbourItems neighbours)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(neighbours);
        Vector = new UserVector(histories.Products.Count);
        Similarities = new float[neighbours.PoolSize];
        Nearest = new NearestPlaces(Math.Clamp(neighbours.PoolSize, 1, neighbours.Settings.Neighbours));
        Sums = new ScoreSums(histories.Products.Count);
    }

    /// <summary>How many neighbours the last call found.</summary>
    public int NeighbourCount => Nearest.Count;

    /// <summary>The best score that any product has for the user of the last call; 0 where no neighbour buys anything.</summary>
    public float BestScore { get; internal set; }

    internal UserVector Vector { get; }

    internal float[] Similarities { get; }

    internal NearestPlaces Nearest { get; }

    internal ScoreSums Sums { get; }

    /// <summary>The score of a product for the user of the last call: 0 to 1, 0 where no neighbour buys it.</summary>
    public float Score(int item) => Sums[item];
}
