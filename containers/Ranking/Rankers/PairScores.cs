namespace Recommender.Ranking.Rankers;

/// <summary>The candidates of one user with their scores, to be reused from user to user.</summary>
internal sealed class PairScores
{
    private int[] _items = new int[64];
    private double[] _scores = new double[64];
    private bool[] _bought = new bool[64];

    /// <summary>Number of candidates.</summary>
    public int Count { get; private set; }

    /// <summary>The candidates, by index in the histories' vocabulary.</summary>
    public ReadOnlySpan<int> Items => _items.AsSpan(0, Count);

    /// <summary>Their scores; higher is more likely.</summary>
    public ReadOnlySpan<double> Scores => _scores.AsSpan(0, Count);

    /// <summary>Whether the user bought the candidate before.</summary>
    public ReadOnlySpan<bool> Bought => _bought.AsSpan(0, Count);

    /// <summary>Empties it.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a candidate.</summary>
    public void Add(int item, double score, bool bought)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
            Array.Resize(ref _scores, Count * 2);
            Array.Resize(ref _bought, Count * 2);
        }

        (_items[Count], _scores[Count], _bought[Count]) = (item, score, bought);
        Count++;
    }

    /// <summary>Puts a function of each score in its place.</summary>
    public void Map(Func<double, double> function)
    {
        foreach (ref var score in _scores.AsSpan(0, Count))
        {
            score = function(score);
        }
    }
}
