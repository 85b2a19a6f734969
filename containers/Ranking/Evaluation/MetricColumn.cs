namespace Recommender.Ranking.Evaluation;

/// <summary>
/// A metric by user, such that its value over any users is the sum of their numerators over the sum of their weights. A mean has
/// weights of 1 and, for users who do not count, 0. A measure of all users together that is no mean enters by pseudo-values: its
/// value plus each user's influence on it, whose mean is the measure and whose spread gives its noise (the infinitesimal jackknife,
/// Efron, "The jackknife, the bootstrap and other resampling plans", 1982).
/// </summary>
/// <param name="Metric">The metric's name (<see cref="EvaluationMetrics"/>).</param>
/// <param name="K">The cutoff; 0 for a metric without one.</param>
/// <param name="Numerators">By user.</param>
/// <param name="Weights">By user, at least 0.</param>
internal sealed record MetricColumn(string Metric, int K, double[] Numerators, double[] Weights)
{
    /// <summary>The value over all users; NaN where none counts.</summary>
    public double Value => Numerators.Sum() / Weights.Sum();

    /// <summary>How many users count.</summary>
    public int Users { get; private init; } = Weights.Count(weight => weight > 0);

    /// <summary>The sums of at most so many groups of users, user i in group i modulo their number; <see cref="Users"/> and the value stay.</summary>
    public MetricColumn InGroups(int most) =>
        Numerators.Length <= most ? this : new MetricColumn(Metric, K, Sums(Numerators, most), Sums(Weights, most)) { Users = Users };

    /// <summary>A mean over the users whose value is a number.</summary>
    public static MetricColumn Mean(string metric, int k, IReadOnlyList<double> values) => new(
        metric, k, [.. values.Select(value => double.IsNaN(value) ? 0 : value)], [.. values.Select(value => double.IsNaN(value) ? 0.0 : 1)]);

    private static double[] Sums(double[] values, int groups)
    {
        var sums = new double[groups];
        for (var user = 0; user < values.Length; user++)
        {
            sums[user % groups] += values[user];
        }

        return sums;
    }
}
