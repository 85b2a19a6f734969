using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Rankers;

/// <summary>Which department, or other segment, each product belongs to, and the segments' names.</summary>
internal sealed class ProductSegments
{
    /// <summary>The segment (−1) of a product that has none.</summary>
    public const int None = -1;

    private readonly int[] _segmentOfItem;
    private readonly string[] _names;

    private ProductSegments(int[] segmentOfItem, string[] names) => (_segmentOfItem, _names) = (segmentOfItem, names);

    /// <summary>Number of segments.</summary>
    public int Count => _names.Length;

    /// <summary>The names, by segment index: segments ascend by id.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>
    /// Segments from columns of a product table, in any row order. Products that the vocabulary lacks, and segments without
    /// a name, are left out; products of the vocabulary that are in no row have <see cref="None"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The columns differ in length, or a product is in two segments.</exception>
    public static ProductSegments FromColumns(
        Vocabulary products, ReadOnlySpan<long> productId, ReadOnlySpan<long> segmentId, IReadOnlyDictionary<long, string> names)
    {
        ArgumentNullException.ThrowIfNull(products);
        ArgumentNullException.ThrowIfNull(names);
        if (productId.Length != segmentId.Length)
        {
            throw new ArgumentException(
                $"The columns must have one length; they have {productId.Length} (product) and {segmentId.Length} (segment).");
        }

        var segments = Vocabulary.FromIds([.. names.Keys]);
        var segmentOfItem = new int[products.Count];
        Array.Fill(segmentOfItem, None);
        for (var row = 0; row < productId.Length; row++)
        {
            var item = products.IndexOf(productId[row]);
            var segment = segments.IndexOf(segmentId[row]);
            if (item < 0 || segment < 0)
            {
                continue;
            }

            if (segmentOfItem[item] != None && segmentOfItem[item] != segment)
            {
                throw new ArgumentException(
                    $"Product {productId[row]} is in segments {segments.Id(segmentOfItem[item])} and {segmentId[row]}; it must be in one.");
            }

            segmentOfItem[item] = segment;
        }

        return new ProductSegments(segmentOfItem, [.. segments.Ids.ToArray().Select(id => names[id])]);
    }

    /// <summary>The segment of a product (by index), or <see cref="None"/>.</summary>
    public int Of(int item) => _segmentOfItem[item];
}
