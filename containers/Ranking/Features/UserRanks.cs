using Recommender.Ranking.Rankers;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>Where the product stands among all that the user bought.</summary>
internal sealed class UserRanks(UserView view, int mostBaskets) : FeatureGroup
{
    // Scores are below 1, so that this much of one never outweighs an order.
    private const float Tie = 1e-3f;

    /// <summary>The features.</summary>
    public static IReadOnlyList<FeatureColumn> All { get; } =
    [
        new("tifu_score", "Decayed frequency in groups of baskets: the personal part of TIFU-KNN"),
        new("tifu_rank", "Rank of the product by tifu_score among the user's products, from 0"),
        new("tifu_rank_in_baskets", "tifu_rank as a multiple of the user's mean basket size"),
        new("tifu_of_best", "tifu_score as a share of the user's best product's"),
        new("bought_rank", "Rank of the product by the number of orders with it, from 0"),
        new("recency_rank", "Rank of the product by its last purchase, from 0"),
        new("tifu_sum_above", "Sum of tifu_score over the user's products that rank above"),
    ];

    private readonly DecayWeights _decay = new(new DecaySettings(), mostBaskets);
    private readonly double[] _weights = new double[mostBaskets];
    private float[] _scores = new float[64];
    private float[] _keys = new float[64];
    private int[] _order = new int[64];
    private int[] _ranks = new int[64];
    private int[] _boughtRanks = new int[64];
    private int[] _recencyRanks = new int[64];
    private float[] _above = new float[64];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureColumn> Columns => All;

    /// <inheritdoc/>
    public override void LoadUser()
    {
        var items = view.ItemCount;
        if (_scores.Length < items)
        {
            var size = Math.Max(items, _scores.Length * 2);
            (_scores, _keys, _above) = (new float[size], new float[size], new float[size]);
            (_order, _ranks, _boughtRanks, _recencyRanks) = (new int[size], new int[size], new int[size], new int[size]);
        }

        _decay.Fill(_weights.AsSpan(0, view.Known));
        for (var slot = 0; slot < items; slot++)
        {
            var sum = 0.0;
            foreach (var place in view.BasketsWith(slot))
            {
                sum += _weights[place];
            }

            _scores[slot] = (float)sum;
        }

        for (var slot = 0; slot < items; slot++)
        {
            _keys[slot] = -view.BasketsWith(slot).Length - (_scores[slot] * Tie);
        }

        RankByKeys(_boughtRanks);
        for (var slot = 0; slot < items; slot++)
        {
            _keys[slot] = -view.BasketsWith(slot)[^1] - (_scores[slot] * Tie);
        }

        RankByKeys(_recencyRanks);
        for (var slot = 0; slot < items; slot++)
        {
            _keys[slot] = -_scores[slot];
        }

        RankByKeys(_ranks);
        var above = 0f;
        for (var rank = 0; rank < items; rank++)
        {
            _above[_order[rank]] = above;
            above += _scores[_order[rank]];
        }
    }

    /// <inheritdoc/>
    public override void Fill(int item, int slot, Span<float> values)
    {
        if (slot < 0)
        {
            values.Fill(float.NaN);
            values[0] = 0;
            values[3] = 0;
            return;
        }

        values[0] = _scores[slot];
        values[1] = _ranks[slot];
        values[2] = _ranks[slot] * (float)view.Known / view.Purchases;
        values[3] = _scores[slot] / _scores[_order[0]];
        values[4] = _boughtRanks[slot];
        values[5] = _recencyRanks[slot];
        values[6] = _above[slot];
    }

    private void RankByKeys(int[] ranks)
    {
        var items = view.ItemCount;
        for (var slot = 0; slot < items; slot++)
        {
            _order[slot] = slot;
        }

        _keys.AsSpan(0, items).Sort(_order.AsSpan(0, items));
        for (var rank = 0; rank < items; rank++)
        {
            ranks[_order[rank]] = rank;
        }
    }
}
