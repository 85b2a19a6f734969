using Recommender.Ranking.Evaluation;

namespace Recommender.Pipeline.Evaluation;

/// <summary>The rows of <c>ml.evaluation</c>, to be asked for.</summary>
internal sealed class EvaluationView
{
    private readonly Dictionary<(string Model, string Segment, string Metric, int K), MetricRow> _rows;

    /// <summary>A view of some rows.</summary>
    public EvaluationView(IReadOnlyList<MetricRow> rows)
    {
        _rows = rows.ToDictionary(row => (row.Model, row.Segment, row.Metric, row.K));
        Cutoffs = [.. Whole(EvaluationMetrics.Ndcg).Select(row => row.K).Distinct().Order()];
        Curve = [.. Whole(EvaluationMetrics.Recall).Select(row => row.K).Distinct().Order()];
        var least = Cutoffs.Count == 0 ? 0 : Cutoffs[0];
        Rankers = [.. Whole(EvaluationMetrics.Recall).Where(row => row.K == least).OrderByDescending(row => row.Published).ThenByDescending(row => row.Value).ThenBy(row => row.Model, StringComparer.Ordinal).Select(row => row.Model)];
        Scorers = [.. Whole(EvaluationMetrics.Auc).OrderByDescending(row => row.Published).ThenByDescending(row => row.Value).Select(row => row.Model)];
        Users = Whole(EvaluationMetrics.Recall).Select(row => row.Users).DefaultIfEmpty(0).Max();
    }

    /// <summary>The cutoffs of all metrics of lists.</summary>
    public IReadOnlyList<int> Cutoffs { get; }

    /// <summary>The cutoffs of recall.</summary>
    public IReadOnlyList<int> Curve { get; }

    /// <summary>The rankers: the published one, then by recall at the least cutoff.</summary>
    public IReadOnlyList<string> Rankers { get; }

    /// <summary>The scorers of products of the history: the published ranker's, then by area under the curve.</summary>
    public IReadOnlyList<string> Scorers { get; }

    /// <summary>Test users.</summary>
    public long Users { get; }

    /// <summary>The segments that have users, without that of all.</summary>
    public IReadOnlyList<UserSegment> Segments => [.. UserSegment.Segments.Where(segment => segment.Name != UserSegment.All && _rows.Keys.Any(key => key.Segment == segment.Name))];

    /// <summary>A row; null where there is none.</summary>
    public MetricRow? Find(string model, string metric, int k = 0, string segment = UserSegment.All) => _rows.GetValueOrDefault((model, segment, metric, k));

    /// <summary>Rows of a metric over all users.</summary>
    public IEnumerable<MetricRow> Whole(string metric) => _rows.Values.Where(row => row.Metric == metric && row.Segment == UserSegment.All);
}
