using Recommender.Ranking.Features;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Learning;

/// <summary>One thread's memory for scoring users: candidates, their features, and their margins.</summary>
internal sealed class ScoringScratch(FeatureExtractor extractor)
{
    private int[] _items = [];
    private float[] _rows = [];
    private float[] _margins = [];
    private float[] _scratch = [];

    /// <summary>Number of candidates.</summary>
    public int Count { get; private set; }

    /// <summary>The candidates.</summary>
    public ReadOnlySpan<int> Items => _items.AsSpan(0, Count);

    /// <summary>Their margins.</summary>
    public ReadOnlySpan<float> Margins => _margins.AsSpan(0, Count);

    /// <summary>Scores a user as of a number of known baskets.</summary>
    public void Load(int user, int known, RankerModel model)
    {
        extractor.Load(user, known);
        Count = extractor.Candidates.Length;
        if (_items.Length < Count)
        {
            var size = Count * 2;
            (_items, _margins, _scratch, _rows) = (new int[size], new float[size], new float[size], new float[size * extractor.Width]);
        }

        extractor.Candidates.CopyTo(_items);
        var rows = _rows.AsSpan(0, Count * extractor.Width);
        extractor.Fill(Items, rows);
        model.Score(rows, _margins.AsSpan(0, Count), _scratch.AsSpan(0, Count));
    }

    /// <summary>Writes the features of any product for the user loaded last.</summary>
    public void Features(int item, Span<float> row) => extractor.Fill([item], row);

    /// <summary>Whether the user bought a candidate before.</summary>
    public bool IsBought(int row) => extractor.View.SlotOf(_items[row]) >= 0;

    /// <summary>Why a candidate is one.</summary>
    public ItemReason Reason(int row)
    {
        var item = _items[row];
        var slot = extractor.View.SlotOf(item);
        if (slot < 0)
        {
            var department = extractor.View.Departments.Of(item);
            return department == ProductSegments.None ? ItemReason.Popular : ItemReason.PopularIn(department);
        }

        var recent = 0;
        var baskets = extractor.View.BasketsWith(slot);
        foreach (var place in baskets)
        {
            recent += extractor.View.Known - place <= ItemReason.RecentOrders ? 1 : 0;
        }

        return ItemReason.BoughtIn(baskets.Length, recent, extractor.View.Known);
    }

    /// <summary>Puts candidates in ascending order.</summary>
    public void SortByItem() => _items.AsSpan(0, Count).Sort(_margins.AsSpan(0, Count));
}
