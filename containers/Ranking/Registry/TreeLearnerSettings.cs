using Recommender.Ranking.Learning;
using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Registry;

/// <summary>The settings of trees that can be tuned, by name.</summary>
internal static class TreeLearnerSettings
{
    private static readonly RankerSettings Standard = new();

    /// <summary>The settings, their ranges, and the defaults.</summary>
    public static TuningSpace Space { get; } = new(
    [
        new("rounds", "Most trees; training stops before where held-out users lose by more of them.", 100, 1500, Standard.Trees.Rounds) { IsWhole = true, IsLogarithmic = true },
        new("learning_rate", "What a tree's values are multiplied by.", 0.01, 0.2, Standard.Trees.LearningRate) { IsLogarithmic = true },
        new("leaves", "Most leaves of a tree.", 7, 127, Standard.Trees.Leaves) { IsWhole = true, IsLogarithmic = true },
        new("min_rows", "Fewest rows of a leaf.", 10, 500, Standard.Trees.MinRowsInLeaf) { IsWhole = true, IsLogarithmic = true },
        new("row_fraction", "Share of the rows that each tree sees.", 0.3, 1, Standard.Trees.RowFraction),
        new("column_fraction", "Share of the features that each tree sees.", 0.1, 1, Standard.Trees.ColumnFraction),
        new("l2", "Added to the second derivatives of a leaf.", 0.1, 100, Standard.Trees.L2) { IsLogarithmic = true },
        new("earlier_targets", "How many of a user's earlier baskets are targets beside the known next one.", 1, 100, Standard.EarlierTargets) { IsWhole = true, IsLogarithmic = true },
        new("earlier_weight", "What an earlier basket's rows count relative to those of the next newer one.", 0.8, 1, Standard.EarlierWeight),
        new("new_product_share", "Share of the never-bought candidates whose rows are learnt from.", 0.1, 1, Standard.NewProductShare),
    ]);

    /// <summary>The settings of a training.</summary>
    /// <param name="tuned">Values by name; others have their defaults.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="threads">Threads to use.</param>
    public static RankerSettings Of(IReadOnlyDictionary<string, double> tuned, long seed, int threads)
    {
        double Value(string name) => tuned.TryGetValue(name, out var value) ? value : Space.Defaults[name];
        return Standard with
        {
            EarlierTargets = (int)Value("earlier_targets"),
            EarlierWeight = Value("earlier_weight"),
            NewProductShare = Value("new_product_share"),
            Seed = seed,
            Threads = threads,
            Trees = Standard.Trees with
            {
                Rounds = (int)Value("rounds"),
                LearningRate = Value("learning_rate"),
                Leaves = (int)Value("leaves"),
                MinRowsInLeaf = (int)Value("min_rows"),
                RowFraction = Value("row_fraction"),
                ColumnFraction = Value("column_fraction"),
                L2 = Value("l2"),
                Threads = threads,
            },
        };
    }

    /// <summary>The tunable values of settings, by name.</summary>
    public static IReadOnlyDictionary<string, double> Values(RankerSettings settings) => new SortedDictionary<string, double>(StringComparer.Ordinal)
    {
        ["rounds"] = settings.Trees.Rounds,
        ["learning_rate"] = settings.Trees.LearningRate,
        ["leaves"] = settings.Trees.Leaves,
        ["min_rows"] = settings.Trees.MinRowsInLeaf,
        ["row_fraction"] = settings.Trees.RowFraction,
        ["column_fraction"] = settings.Trees.ColumnFraction,
        ["l2"] = settings.Trees.L2,
        ["earlier_targets"] = settings.EarlierTargets,
        ["earlier_weight"] = settings.EarlierWeight,
        ["new_product_share"] = settings.NewProductShare,
    };
}
