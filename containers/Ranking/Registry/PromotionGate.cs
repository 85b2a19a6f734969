using System.Globalization;
using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Registry;

/// <summary>
/// Lets a new model through unless it is worse beyond noise: unless the whole 95 % interval of the paired difference over the same
/// test users lies below 0, in NDCG@10 or in recall@10.
/// </summary>
internal static class PromotionGate
{
    /// <summary>Only so many items of a list count: 10.</summary>
    public const int Cutoff = 10;

    /// <summary>Decides.</summary>
    /// <param name="challenger">What the new model's lists reach.</param>
    /// <param name="incumbent">What the lists that it would replace reach, for the same users.</param>
    /// <param name="name">The incumbent's name.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static GateDecision Decide(RankerReport challenger, RankerReport incumbent, string name, CancellationToken cancellationToken)
    {
        PairedComparison Compare(Func<UserOutcome, double> metric) =>
            PairedComparison.Of(challenger.ByUser(Cutoff, metric), incumbent.ByUser(Cutoff, metric), cancellation: cancellationToken);
        var (ndcg, recall) = (Compare(outcome => outcome.Ndcg), Compare(outcome => outcome.Recall));
        var worse = new[] { (Name: "NDCG@10", At: ndcg), (Name: "recall@10", At: recall) }.Where(metric => metric.At.BehindBeyondNoise).Select(metric => metric.Name).ToList();
        var verdict = worse.Count > 0 ? $"worse beyond noise in {string.Join(" and ", worse)}"
            : ndcg.AheadBeyondNoise && recall.AheadBeyondNoise ? "better beyond noise"
            : "not worse beyond noise";
        return new GateDecision(
            worse.Count == 0,
            string.Create(CultureInfo.InvariantCulture, $"{verdict} than {name} on {ndcg.Users:N0} test users: NDCG@10 {Text(ndcg)}, recall@10 {Text(recall)}"),
            name,
            ndcg,
            recall);
    }

    private static string Text(PairedComparison metric) =>
        string.Create(CultureInfo.InvariantCulture, $"{metric.Difference:+0.0000;-0.0000;0.0000} [{metric.Low:+0.0000;-0.0000;0.0000}, {metric.High:+0.0000;-0.0000;0.0000}]");
}
