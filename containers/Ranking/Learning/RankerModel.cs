using Recommender.Ranking.Baskets;
using Recommender.Ranking.Features;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Learning;

/// <summary>
/// A trained ranker: trees, calibration, and the settings by which candidates and features are made. Its margin is the mean of the
/// logistic models' and, where there are LambdaRank models, <see cref="RankerSettings.RankingWeight"/> times the mean of theirs.
/// Immutable and thread-safe.
/// </summary>
internal sealed class RankerModel
{
    /// <summary>Puts a model together.</summary>
    /// <exception cref="ArgumentException">There is no logistic model, or a model's features are not those of the catalogue.</exception>
    public RankerModel(
        RankerSettings settings, IReadOnlyList<TreeModel> logistic, IReadOnlyList<TreeModel> ranking, ProbabilityCalibration calibration, TrainingFacts facts)
    {
        if (logistic.Count == 0)
        {
            throw new ArgumentException("A ranker needs at least one logistic model.", nameof(logistic));
        }

        foreach (var model in logistic.Concat(ranking))
        {
            if (!model.Features.Select(feature => feature.Name).SequenceEqual(FeatureCatalogue.All.Select(feature => feature.Name)))
            {
                var other = model.Features.Select(feature => feature.Name).Except(FeatureCatalogue.All.Select(feature => feature.Name)).FirstOrDefault();
                throw new ArgumentException(
                    $"The model has {model.Features.Count} features{(other is null ? "" : $", '{other}' among them")}; this version makes {FeatureCatalogue.All.Count}, not the same ones. Train it again.",
                    nameof(logistic));
            }
        }

        (Settings, Logistic, Ranking, Calibration, Facts) = (settings, logistic, ranking, calibration, facts);
    }

    /// <summary>How it was trained.</summary>
    public RankerSettings Settings { get; }

    /// <summary>Trees trained on log loss, at least one model.</summary>
    public IReadOnlyList<TreeModel> Logistic { get; }

    /// <summary>Trees trained by LambdaRank; maybe none.</summary>
    public IReadOnlyList<TreeModel> Ranking { get; }

    /// <summary>From margins to probabilities.</summary>
    public ProbabilityCalibration Calibration { get; }

    /// <summary>What it was trained on.</summary>
    public TrainingFacts Facts { get; }

    /// <summary>Writes margins of rows of features.</summary>
    /// <param name="rows">Rows of the catalogue's features, one after another.</param>
    /// <param name="margins">Receives one per row.</param>
    /// <param name="scratch">As long as <paramref name="margins"/>.</param>
    public void Score(ReadOnlySpan<float> rows, Span<float> margins, Span<float> scratch)
    {
        margins.Clear();
        Add(Logistic, 1, rows, margins, scratch);
        Add(Ranking, Settings.RankingWeight, rows, margins, scratch);
    }

    /// <summary>Splits a row's margin into what each feature adds.</summary>
    /// <param name="row">One row.</param>
    /// <param name="perFeature">Receives a contribution per feature.</param>
    /// <returns>The margin of no feature at all: with the contributions it adds up to the row's margin.</returns>
    public double Contributions(ReadOnlySpan<float> row, Span<double> perFeature)
    {
        perFeature.Clear();
        Span<double> one = stackalloc double[perFeature.Length];
        return AddContributions(Logistic, 1, row, perFeature, one) + AddContributions(Ranking, Settings.RankingWeight, row, perFeature, one);
    }

    /// <summary>How much the logistic trees make of each feature, most first.</summary>
    public IReadOnlyList<FeatureImportance> Importances() =>
    [
        .. Logistic.SelectMany(model => model.Importances).GroupBy(importance => importance.Name)
            .Select(same => new FeatureImportance(same.Key, same.Average(one => one.Gain), same.Sum(one => one.Splits)))
            .OrderByDescending(importance => importance.Gain).ThenBy(importance => importance.Name, StringComparer.Ordinal),
    ];

    /// <summary>Writes the model.</summary>
    public void Save(Stream stream) => RankerModelFile.Write(this, stream);

    /// <summary>Reads a model.</summary>
    /// <param name="stream">What <see cref="Save"/> wrote.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <exception cref="Lake.Errors.CallerException">It is no model of this version, or damaged.</exception>
    public static RankerModel Load(Stream stream, string name) => RankerModelFile.Read(stream, name);

    private static void Add(IReadOnlyList<TreeModel> models, double weight, ReadOnlySpan<float> rows, Span<float> margins, Span<float> scratch)
    {
        var share = (float)(weight / Math.Max(1, models.Count));
        // By index: to enumerate an interface's list allocates.
        for (var i = 0; i < models.Count; i++)
        {
            models[i].Score(rows, scratch);
            for (var row = 0; row < margins.Length; row++)
            {
                margins[row] += share * scratch[row];
            }
        }
    }

    private static double AddContributions(IReadOnlyList<TreeModel> models, double weight, ReadOnlySpan<float> row, Span<double> perFeature, Span<double> one)
    {
        var (bias, share) = (0.0, weight / Math.Max(1, models.Count));
        for (var i = 0; i < models.Count; i++)
        {
            bias += share * models[i].Contributions(row, one);
            for (var feature = 0; feature < perFeature.Length; feature++)
            {
                perFeature[feature] += share * one[feature];
            }
        }

        return bias;
    }
}
