using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Features;

/// <summary>How much each product goes with what the user bought last: scores of pairs summed over the newest baskets. One thread's own.</summary>
internal sealed class SimilarityScores(UserView view, FoldPairs similarity, int products)
{
    /// <summary>How many baskets count: 5.</summary>
    public const int Baskets = 5;

    private const float Decay = 0.8f;
    private const int Ahead = 8;

    private readonly Entry[] _entries = new Entry[products];
    private readonly int[] _touched = new int[products];
    private int _count;

    /// <summary>Products with a score above 0.</summary>
    public ReadOnlySpan<int> Items => _touched.AsSpan(0, _count);

    /// <summary>A product's scores.</summary>
    public ref readonly Entry this[int item] => ref _entries[item];

    /// <summary>Scores for the user in the view.</summary>
    public void Load()
    {
        foreach (var item in Items)
        {
            _entries[item] = default;
        }

        _count = 0;
        var weight = 1f;
        for (var place = view.Known - 1; place >= Math.Max(0, view.Known - Baskets); place--, weight *= Decay)
        {
            var isLast = place == view.Known - 1;
            foreach (var bought in view.Basket(place))
            {
                var pairs = similarity.Of(view.Fold, bought);
                for (var pair = 0; pair < pairs.Length; pair++)
                {
                    if (pair + Ahead < pairs.Length)
                    {
                        Prefetch.Line(in _entries[pairs[pair + Ahead].Item]);
                    }

                    ref readonly var other = ref pairs[pair];
                    ref var entry = ref _entries[other.Item];
                    if (entry.Recent == 0)
                    {
                        _touched[_count++] = other.Item;
                    }

                    entry.Recent += weight * other.Score;
                    entry.Last += isLast ? other.Score : 0;
                    entry.Best = MathF.Max(entry.Best, weight * other.Score);
                }
            }
        }
    }

    /// <summary>Scores of one product.</summary>
    internal struct Entry
    {
        /// <summary>Sum over the products of the last basket.</summary>
        public float Last;

        /// <summary>Sum over the products of the last five baskets, each counting 0.8 of the next newer one.</summary>
        public float Recent;

        /// <summary>The greatest term of <see cref="Recent"/>.</summary>
        public float Best;
    }
}
