using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Neighbours;

/// <summary>
/// One thread's scratch memory for <see cref="NeighbourItems.Find"/>, and the scores that the last call found. About
/// 36 bytes a product and 4 bytes a user of the pool.
/// </summary>
internal sealed class NeighbourWorkspace
{
    private readonly float[] _scores;
    private readonly int[] _scored;

    /// <summary>A workspace for neighbours over these histories.</summary>
    public NeighbourWorkspace(UserHistories histories, NeighbourItems neighbours)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(neighbours);
        Vector = new UserVector(histories.Products.Count);
        Similarities = new float[neighbours.PoolSize];
        Nearest = new NearestPlaces(Math.Clamp(neighbours.PoolSize, 1, neighbours.Settings.Neighbours));
        _scores = new float[histories.Products.Count];
        _scored = new int[histories.Products.Count];
    }

    /// <summary>How many products the last call scored.</summary>
    public int ScoredCount { get; private set; }

    /// <summary>The products that the last call scored, in no particular order.</summary>
    public ReadOnlySpan<int> Scored => _scored.AsSpan(0, ScoredCount);

    /// <summary>How many neighbours the last call found.</summary>
    public int NeighbourCount => Nearest.Count;

    internal UserVector Vector { get; }

    internal float[] Similarities { get; }

    internal NearestPlaces Nearest { get; }

    /// <summary>The score of a product for the user of the last call: 0 to 1, 0 where no neighbour buys it.</summary>
    public float Score(int item) => _scores[item];

    internal void ClearScores()
    {
        foreach (var item in Scored)
        {
            _scores[item] = 0;
        }

        ScoredCount = 0;
    }

    /// <summary>Adds to scores what a neighbour with so much of the say says.</summary>
    internal void AddScores(ReadOnlySpan<NeighbourItem> shares, float voice)
    {
        var (scores, scored, count) = (_scores, _scored, ScoredCount);
        foreach (ref readonly var share in shares)
        {
            ref var score = ref scores[share.Item];
            var before = score;
            score += voice * share.Score;
            // What little a far neighbour says may be too small for a float.
            if (before == 0 && score != 0)
            {
                scored[count++] = share.Item;
            }
        }

        ScoredCount = count;
    }
}
