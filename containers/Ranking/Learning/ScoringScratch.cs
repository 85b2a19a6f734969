using Recommender.Ranking.Baskets;
using Recommender.Ranking.Features;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Learning;

/// <summary>One thread's memory for scoring users: candidates, their features, and their margins.</summary>
internal sealed class ScoringScratch(FeatureExtractor extractor, RankerModel model, ReasonTrees trees, int products)
{
    private readonly ReasonFinder _reasons = new(trees, extractor.View);
    private readonly int[] _rowOf = new int[products];
    private int[] _items = [];
    private float[] _rows = [];
    private float[] _margins = [];
    private float[] _scratch = [];
    private int[] _sortedItems = [];
    private float[] _sortedMargins = [];
    private (int User, int Known)? _loaded;

    /// <summary>Number of candidates.</summary>
    public int Count { get; private set; }

    /// <summary>The candidates.</summary>
    public ReadOnlySpan<int> Items => _items.AsSpan(0, Count);

    /// <summary>Their margins.</summary>
    public ReadOnlySpan<float> Margins => _margins.AsSpan(0, Count);

    /// <summary>Scores a user as of a number of known baskets; the user loaded last is not scored a second time.</summary>
    public void Load(int user, int known)
    {
        if (_loaded == (user, known))
        {
            return;
        }

        _loaded = null;
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
        _loaded = (user, known);
    }

    /// <summary>Writes the features of any product for the user loaded last.</summary>
    public void Features(int item, Span<float> row) => extractor.Fill([item], row);

    /// <summary>Whether the user bought a product before.</summary>
    public bool IsBought(int item) => extractor.View.SlotOf(item) >= 0;

    /// <summary>Writes the best candidates, with reasons, best first; ties by popularity, then the lower product.</summary>
    public int Best(Span<ScoredItem> top, ProbabilityCalibration calibration, ReadOnlySpan<int> popularity)
    {
        var best = new TopList(top, popularity);
        for (var row = 0; row < Count; row++)
        {
            best.Offer(_items[row], calibration.Apply(_margins[row]), ItemReason.Popular);
            _rowOf[_items[row]] = row;
        }

        _reasons.Find(top[..best.Count], _rowOf, _rows, extractor.Width);
        return best.Count;
    }

    /// <summary>The candidates in ascending order, with their margins: copies, since rows of features stay where they are.</summary>
    public void SortByItem(out ReadOnlySpan<int> items, out ReadOnlySpan<float> margins)
    {
        if (_sortedItems.Length < Count)
        {
            (_sortedItems, _sortedMargins) = (new int[_items.Length], new float[_items.Length]);
        }

        Items.CopyTo(_sortedItems);
        Margins.CopyTo(_sortedMargins);
        _sortedItems.AsSpan(0, Count).Sort(_sortedMargins.AsSpan(0, Count));
        items = _sortedItems.AsSpan(0, Count);
        margins = _sortedMargins.AsSpan(0, Count);
    }
}
