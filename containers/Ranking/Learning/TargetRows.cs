using Recommender.Ranking.Features;

namespace Recommender.Ranking.Learning;

/// <summary>Makes the rows of one target after another: one thread's scratch memory.</summary>
internal sealed class TargetRows(ShopKnowledge shop, FitBaskets fit, RankerSettings settings)
{
    private readonly FeatureExtractor _extractor = new(shop, settings.Candidates);
    private readonly HashSet<int> _truth = [];
    private readonly List<int> _items = [];
    private float[] _values = [];

    /// <summary>Features of a row.</summary>
    public int Width => _extractor.Width;

    /// <summary>The products of the rows.</summary>
    public int Count => _items.Count;

    /// <summary>Chooses the target's products: the history, and new products or a sample of them.</summary>
    public void Load(in TrainingTarget target)
    {
        _extractor.Load(target.User, target.Known, target.HidesTime);
        _items.Clear();
        var user = fit.Histories.Users.Id(target.User);
        foreach (var item in _extractor.Candidates)
        {
            if (_extractor.View.SlotOf(item) >= 0 || settings.NewProductShare >= 1 || KeepsNew(user, target.Known, item))
            {
                _items.Add(item);
            }
        }
    }

    /// <summary>The features of the target's rows.</summary>
    public ReadOnlySpan<float> Values()
    {
        if (_values.Length < Count * Width)
        {
            _values = new float[Count * Width * 2];
        }

        _extractor.Fill(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_items), _values);
        return _values.AsSpan(0, Count * Width);
    }

    /// <summary>Writes labels (1 where the product is in the target basket) and weights of the target's rows.</summary>
    public void Label(in TrainingTarget target, Span<float> labels, Span<float> weights)
    {
        _truth.Clear();
        foreach (var item in fit.Basket(target))
        {
            _truth.Add(item);
        }

        for (var row = 0; row < Count; row++)
        {
            var isNew = _extractor.View.SlotOf(_items[row]) < 0;
            labels[row] = _truth.Contains(_items[row]) ? 1 : 0;
            weights[row] = target.Weight * (isNew ? (float)(1 / settings.NewProductShare) : 1);
        }
    }

    private bool KeepsNew(long user, int known, int item) =>
        UserSample.Hash(unchecked((user * 1_000_003) + known + ((long)item << 40)), (ulong)settings.Seed) < settings.NewProductShare;
}
