namespace Recommender.Ranking.Evaluation;

/// <summary>Turns the columns of one segment into estimates.</summary>
internal sealed class SegmentEstimates
{
    private readonly string _segment;
    private readonly List<(string Model, string Reference, MetricColumn Column)> _models;
    private readonly BootstrapOptions _options;
    private readonly Bootstrap _bootstrap;

    /// <param name="segment">The segment's name.</param>
    /// <param name="models">Columns over the same users, each with its model and the model whose column of that metric and cutoff it is compared with.</param>
    /// <param name="options">How users are drawn.</param>
    /// <param name="cancellation">Stops the work.</param>
    public SegmentEstimates(string segment, List<(string Model, string Reference, MetricColumn Column)> models, BootstrapOptions options, CancellationToken cancellation)
    {
        (_segment, _models, _options) = (segment, models, options);
        _bootstrap = Bootstrap.Of([.. models.Select(model => model.Column)], options, cancellation);
    }

    /// <summary>One estimate per column.</summary>
    public List<MetricEstimate> All() => [.. _models.Select((model, index) => Of(model.Model, index))];

    private MetricEstimate Of(string model, int index)
    {
        var column = _models[index].Column;
        var reference = _models.FindIndex(other =>
            other.Model == _models[index].Reference && other.Column.Metric == column.Metric && other.Column.K == column.K);
        var users = column.Users;
        var tells = users >= BootstrapOptions.LeastUsers;
        var differences = tells && reference >= 0 ? Differences(reference, index) : [];
        return new MetricEstimate
        {
            Model = model,
            IsPublished = model == _models[index].Reference,
            Segment = _segment,
            Metric = column.Metric,
            K = column.K,
            Users = users,
            Value = column.Value,
            Range = tells ? Interval.OfResamples(_bootstrap.Values(index), _options.Confidence)?.Within(0, EvaluationMetrics.Find(column.Metric)!.Most) : null,
            Lift = reference >= 0 ? _models[reference].Column.Value - column.Value : null,
            LiftRange = Interval.OfResamples(differences, _options.Confidence),
            PValue = Interval.PValue(differences),
        };
    }

    private double[] Differences(int reference, int index)
    {
        var differences = _bootstrap.Values(reference).ToArray();
        var own = _bootstrap.Values(index);
        for (var resample = 0; resample < differences.Length; resample++)
        {
            differences[resample] -= own[resample];
        }

        return differences;
    }
}
