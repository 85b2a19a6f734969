namespace Recommender.Ranking.Trees;

/// <summary>
/// Boosted trees: a row's margin is the base margin plus a leaf value of each tree, summed exactly (<see cref="ValueGrid"/>) and
/// rounded to float once, so it is the same to the last bit on every machine, whatever the number of rows scored together. Immutable:
/// may be used by many threads.
/// </summary>
internal sealed class TreeModel
{
    private readonly Tree[] _trees;
    private readonly TreeScorer _scorer;

    internal TreeModel(IReadOnlyList<FeatureColumn> features, double baseMargin, IReadOnlyList<Tree> trees)
    {
        Features = features;
        BaseMargin = baseMargin;
        _trees = [.. trees];
        _scorer = new TreeScorer(_trees, features.Count, baseMargin);
        Importances = ImportanceOf(features, trees);
    }

    /// <summary>The columns of a row, in this order.</summary>
    public IReadOnlyList<FeatureColumn> Features { get; }

    /// <summary>How many trees there are.</summary>
    public int Trees => _trees.Length;

    /// <summary>What each feature is to the trees, in the order of <see cref="Features"/>.</summary>
    public IReadOnlyList<FeatureImportance> Importances { get; }

    /// <summary>The margin before the first tree.</summary>
    internal double BaseMargin { get; }

    /// <summary>The trees, in the order they were grown.</summary>
    internal IReadOnlyList<Tree> TreeList => _trees;

    /// <summary>Reads a model that <see cref="Save"/> wrote.</summary>
    /// <param name="stream">Where it is read from.</param>
    /// <param name="name">Its file, for messages.</param>
    /// <exception cref="Lake.Errors.CallerException">It is no such file, a newer one, cut short or altered; the message says which.</exception>
    public static TreeModel Load(Stream stream, string name) => TreeModelFile.Read(stream, name);

    /// <summary>Writes the model: a few bytes per node, with version and checksum. What is loaded again scores the same bits.</summary>
    public void Save(Stream stream) => TreeModelFile.Write(this, stream);

    /// <summary>Scores rows. Allocates nothing.</summary>
    /// <param name="rowMajorRows">Values, row by row, in the order of <see cref="Features"/>; NaN where unknown.</param>
    /// <param name="margins">Receives a margin per row: log-odds for logistic, without unit for LambdaRank.</param>
    public void Score(ReadOnlySpan<float> rowMajorRows, Span<float> margins)
    {
        if (rowMajorRows.Length != (long)margins.Length * Features.Count)
        {
            throw new ArgumentException($"{rowMajorRows.Length} values for {margins.Length} rows of {Features.Count} features.", nameof(rowMajorRows));
        }

        _scorer.Score(rowMajorRows, margins);
    }

    /// <summary>
    /// Tells what each feature moves a row's margin by: at each split of the row's paths, the change of the mean of the leaves below
    /// (over training rows) goes to the split's feature (Saabas, "Interpreting random forests", 2014).
    /// </summary>
    /// <param name="row">The row's values.</param>
    /// <param name="perFeature">Receives a part for each feature, over what it held.</param>
    /// <returns>
    /// The bias: the mean margin over training rows. Bias plus all parts is the margin exactly, in double and in any order;
    /// rounded to float it is what <see cref="Score"/> gives.
    /// </returns>
    public double Contributions(ReadOnlySpan<float> row, Span<double> perFeature)
    {
        if (row.Length != Features.Count || perFeature.Length != Features.Count)
        {
            throw new ArgumentException($"{row.Length} values and room for {perFeature.Length} parts: there are {Features.Count} features.", nameof(row));
        }

        perFeature.Clear();
        var bias = BaseMargin;
        foreach (var tree in _trees)
        {
            bias += tree.RootValue;
            for (var node = tree.Leaves > 1 ? 0 : -1; node >= 0;)
            {
                var next = tree.Next(node, row);
                perFeature[tree.Feature[node]] += tree.Value(next) - tree.NodeValue[node];
                node = next;
            }
        }

        return bias;
    }

    private static FeatureImportance[] ImportanceOf(IReadOnlyList<FeatureColumn> features, IReadOnlyList<Tree> trees)
    {
        var gains = new double[features.Count];
        var splits = new int[features.Count];
        foreach (var tree in trees)
        {
            for (var node = 0; node < tree.Feature.Length; node++)
            {
                gains[tree.Feature[node]] += tree.Gain[node];
                splits[tree.Feature[node]]++;
            }
        }

        var all = gains.Sum();
        return [.. features.Select((feature, index) => new FeatureImportance(feature.Name, all > 0 ? gains[index] / all : 0, splits[index]))];
    }
}
