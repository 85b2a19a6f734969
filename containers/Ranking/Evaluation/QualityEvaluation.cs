using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Evaluation;

/// <summary>
/// Measures rankers and scorers of pairs against truth baskets, over all users and by segment, each figure with an interval and
/// beside the published ranker's on the same users (<see cref="EvaluationMetrics"/> says what is measured). Reports are the same to
/// the last bit for any number of threads.
/// </summary>
/// <param name="histories">What rankers know.</param>
/// <param name="truth">What they are measured against; with no user the report is empty.</param>
/// <param name="kinds">The aisle, or department, of each product.</param>
/// <param name="options">How; null for the defaults.</param>
internal sealed class QualityEvaluation(UserHistories histories, TruthBaskets truth, ProductSegments kinds, QualityOptions? options = null)
{
    private readonly QualityOptions _options = options ?? new QualityOptions();

    /// <summary>Measures.</summary>
    /// <param name="rankers">The published ranker first: lists are compared with its.</param>
    /// <param name="scorers">The one behind the published ranker first: pairs are compared with its.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">Two rankers, or two scorers, have one name, or there is no ranker.</exception>
    public QualityReport Run(IReadOnlyList<IRanker> rankers, IReadOnlyList<IPairScorer> scorers, CancellationToken cancellation = default)
    {
        if (rankers.Count == 0)
        {
            throw new ArgumentException("There must be a ranker.", nameof(rankers));
        }

        return truth.Count == 0 ? new QualityReport(0, [], []) : Measure(Lists(rankers, cancellation), scorers, cancellation);
    }

    /// <summary>Measures lists that were made before.</summary>
    /// <param name="lists">What <see cref="Lists"/> gave for the rankers.</param>
    /// <param name="scorers">The one behind the published ranker first: pairs are compared with its.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">Two scorers have one name.</exception>
    public QualityReport Measure(IReadOnlyList<RankerReport> lists, IReadOnlyList<IPairScorer> scorers, CancellationToken cancellation = default)
    {
        if (scorers.Select(scorer => scorer.Name).Distinct().Count() < scorers.Count)
        {
            throw new ArgumentException("Each scorer must have a name of its own.", nameof(scorers));
        }

        var pairs = Pairs(scorers, cancellation);
        return new QualityReport(
            truth.Count,
            [.. UserSegment.Segments.SelectMany(segment => Estimates(segment, lists, pairs, cancellation))],
            Curves(pairs));
    }

    /// <summary>Ranks the test users and measures their lists, in the rankers' order.</summary>
    /// <exception cref="ArgumentException">Two rankers have one name, or there is no test user.</exception>
    public IReadOnlyList<RankerReport> Lists(IReadOnlyList<IRanker> rankers, CancellationToken cancellation = default) =>
        new Evaluator(histories, truth, ListOptions()).Evaluate(rankers, cancellation).Rankers;

    /// <summary>The calibration curves alone, those of <see cref="Run"/>.</summary>
    public IReadOnlyList<CalibrationBin> Curves(IReadOnlyList<IPairScorer> scorers, CancellationToken cancellation = default) => Curves(Pairs(scorers, cancellation));

    private static List<CalibrationBin> Curves(List<PairReport> pairs) => [.. pairs.Where(report => report.IsProbability).SelectMany(CalibrationCurve.Of)];

    private List<PairReport> Pairs(IReadOnlyList<IPairScorer> scorers, CancellationToken cancellation) =>
        [.. scorers.Select(scorer => new PairEvaluator(histories, truth, _options.Bootstrap.Threads).Evaluate(scorer, cancellation))];

    private EvaluationOptions ListOptions() => new()
    {
        Cutoffs = [.. _options.Cutoffs.Concat(_options.CurveCutoffs).Distinct().Order()],
        Threads = _options.Bootstrap.Threads,
    };

    private List<MetricEstimate> Estimates(UserSegment segment, IReadOnlyList<RankerReport> lists, List<PairReport> pairs, CancellationToken cancellation)
    {
        var users = segment.Members(histories, truth);
        var columns = new ListColumns(histories, truth, new ListQualities(histories, kinds));
        var curve = segment.Name == UserSegment.All ? _options.CurveCutoffs.Except(_options.Cutoffs) : [];
        var models = new List<(string Model, string Reference, MetricColumn Column)>();
        void Add(string model, string reference, IEnumerable<MetricColumn> added) =>
            models.AddRange(added.Select(column => (model, reference, column.InGroups(BootstrapOptions.MostDraws))));
        foreach (var report in users.Length == 0 ? [] : lists)
        {
            Add(report.Name, lists[0].Name, _options.Cutoffs.SelectMany(k => columns.At(report, k, users)));
            Add(report.Name, lists[0].Name, curve.Select(k => ListColumns.Recall(report, k, users)));
        }

        foreach (var report in users.Length == 0 ? [] : pairs)
        {
            Add(report.Name, pairs[0].Name, PairColumns.Of(report, users));
        }

        models.RemoveAll(model => model.Column.Users == 0);
        return new SegmentEstimates(segment.Name, models, _options.Bootstrap, cancellation).All();
    }
}
