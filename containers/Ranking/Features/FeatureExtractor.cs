using Recommender.Ranking.Candidates;
using Recommender.Ranking.Threading;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>
/// Candidates of a user, and the features of each, as of a number of known baskets. One thread's own scratch memory (about 60
/// bytes a product); allocates nothing once it has grown.
/// </summary>
internal sealed class FeatureExtractor
{
    private readonly FeatureGroup[] _groups;
    private readonly ItemRates _rates;
    private readonly SimilarityScores _similarity;
    private readonly SimilarityScores? _sequels;
    private readonly SimilarityScores? _nextSequels;
    private readonly NeighbourScores _neighbours;
    private readonly CandidateGenerator _candidates;

    /// <summary>An extractor of what is known of a shop.</summary>
    public FeatureExtractor(ShopKnowledge shop, CandidateSettings candidates)
    {
        View = new UserView(shop.Shop);
        _rates = shop.Rates;
        _similarity = new SimilarityScores(View, shop.Similarity, shop.Items);
        _sequels = Scores(shop, shop.Sequels);
        _nextSequels = Scores(shop, shop.NextSequels);
        _neighbours = new NeighbourScores(View, shop, candidates.Neighbours);
        _candidates = new CandidateGenerator(shop, View, _similarity, _neighbours, candidates);
        _groups = FeatureCatalogue.Groups(shop, View, _similarity, new SequelFeatures(View, shop.Rates, _sequels, _nextSequels), _neighbours);
        Width = _groups.Sum(group => group.Columns.Count);
    }

    /// <summary>The user, as of the known baskets.</summary>
    public UserView View { get; }

    /// <summary>The candidates: the history first, then new products.</summary>
    public ReadOnlySpan<int> Candidates => _candidates.Items;

    /// <summary>Features of a row.</summary>
    public int Width { get; }

    /// <summary>Where a product comes from.</summary>
    public CandidateSource SourcesOf(int item) => _candidates.SourcesOf(item);

    /// <summary>Loads a user and finds his candidates.</summary>
    /// <inheritdoc cref="UserView.Load"/>
    public void Load(int user, int known, bool hideTarget = false)
    {
        View.Load(user, known, hideTarget);
        _similarity.Load();
        _sequels?.Load();
        _nextSequels?.Load();
        _neighbours.Load();
        _candidates.Load();
    }

    /// <summary>Writes the features of products, one row each.</summary>
    /// <param name="items">The products, candidates or not.</param>
    /// <param name="rows"><see cref="Width"/> values a product.</param>
    public void Fill(ReadOnlySpan<int> items, Span<float> rows)
    {
        foreach (var item in items)
        {
            Prefetch.Line(in _rates.Row(View.Fold, item)[0]);
        }

        foreach (var group in _groups)
        {
            group.LoadUser();
        }

        var at = 0;
        foreach (var item in items)
        {
            var slot = View.SlotOf(item);
            foreach (var group in _groups)
            {
                var width = group.Columns.Count;
                group.Fill(item, slot, rows.Slice(at, width));
                at += width;
            }
        }
    }

    private SimilarityScores? Scores(ShopKnowledge shop, FoldPairs? pairs) => pairs is null ? null : new SimilarityScores(View, pairs, shop.Items);
}
