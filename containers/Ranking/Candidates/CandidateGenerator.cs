using Recommender.Ranking.Features;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Statistics;

namespace Recommender.Ranking.Candidates;

/// <summary>
/// The products that are scored for a user: his whole history, and what the sources add to it. One thread's own; allocates
/// nothing once it has grown.
/// </summary>
internal sealed class CandidateGenerator
{
    private readonly UserView _view;
    private readonly SimilarityScores _similarity;
    private readonly NeighbourScores _neighbours;
    private readonly ShopKnowledge _shop;
    private readonly CandidateSettings _settings;
    private readonly BestItems _similar;
    private readonly BestItems _department;
    private readonly CandidateSource[] _sources;
    private int[] _items = new int[128];

    /// <summary>A generator of candidates for the users loaded into a view.</summary>
    public CandidateGenerator(ShopKnowledge shop, UserView view, SimilarityScores similarity, NeighbourScores neighbours, CandidateSettings settings)
    {
        (_shop, _view, _similarity, _neighbours, _settings) = (shop, view, similarity, neighbours, settings);
        (_similar, _department) = (new BestItems(settings.Similar), new BestItems(settings.Department));
        _sources = new CandidateSource[shop.Items];
    }

    /// <summary>The candidates: the history in order of first purchase, then new products.</summary>
    public ReadOnlySpan<int> Items => _items.AsSpan(0, Count);

    /// <summary>Number of candidates.</summary>
    public int Count { get; private set; }

    /// <summary>Where a product comes from.</summary>
    public CandidateSource SourcesOf(int item) => _sources[item];

    /// <summary>Finds the candidates of the user in the view, for whom the similarities are loaded, too.</summary>
    public void Load()
    {
        foreach (var item in Items)
        {
            _sources[item] = CandidateSource.None;
        }

        Count = 0;
        foreach (var item in _view.Items)
        {
            Add(item, CandidateSource.History);
        }

        AddSimilar();
        foreach (ref readonly var item in _neighbours.New)
        {
            Add(item.Item, CandidateSource.Neighbours);
        }

        AddOfDepartments();
        AddFirst(_shop.Popular.All(_view.Fold), _settings.Popular);
        if (_view.IsLatest)
        {
            AddFirst(_shop.Popular.Next(_view.Fold), _settings.Popular);
        }
    }

    private void AddSimilar()
    {
        _similar.Clear();
        foreach (var item in _similarity.Items)
        {
            if (_view.SlotOf(item) < 0)
            {
                _similar.Offer(item, _similarity[item].Recent);
            }
        }

        foreach (var item in _similar.Items)
        {
            Add(item, CandidateSource.Similar);
        }
    }

    private void AddOfDepartments()
    {
        _department.Clear();
        for (var department = 0; department < (_view.Departments.Segments?.Count ?? 0); department++)
        {
            var share = (float)_view.Departments[department].Lines;
            if (share > 0)
            {
                OfferDepartment(_shop.Popular.Department(_view.Fold, department), share);
            }
        }

        foreach (var item in _department.Items)
        {
            Add(item, CandidateSource.Department);
        }
    }

    // A department's shoppers buy its products in proportion to their purchases: the user's share of it × theirs in it.
    private void OfferDepartment(ReadOnlySpan<int> items, float share)
    {
        foreach (var item in items)
        {
            if (_view.SlotOf(item) < 0 && !_department.Offer(item, share * _shop.ShareOfDepartment(_view.Fold, item)))
            {
                return;
            }
        }
    }

    private void AddFirst(ReadOnlySpan<int> items, int count)
    {
        for (var place = 0; place < items.Length && count > 0; place++)
        {
            if (_view.SlotOf(items[place]) < 0)
            {
                Add(items[place], CandidateSource.Popular);
                count--;
            }
        }
    }

    private void Add(int item, CandidateSource source)
    {
        if (_sources[item] == CandidateSource.None)
        {
            if (Count == _items.Length)
            {
                Array.Resize(ref _items, Count * 2);
            }

            _items[Count++] = item;
        }

        _sources[item] |= source;
    }
}
