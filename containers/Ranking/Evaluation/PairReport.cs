namespace Recommender.Ranking.Evaluation;

/// <summary>
/// How well a scorer tells which products of a user's history are in the next basket: the pairs of a user and a product bought
/// before, of all users, by user.
/// </summary>
internal sealed class PairReport
{
    /// <summary>A probability is taken to be at least this far (1e-15) from 0 and 1 in <see cref="LogLoss"/>.</summary>
    public const double LeastChance = 1e-15;

    /// <summary>The scorer.</summary>
    public required string Name { get; init; }

    /// <summary>Whether <see cref="Scores"/> are probabilities.</summary>
    public required bool IsProbability { get; init; }

    /// <summary>By pair: the score.</summary>
    public required double[] Scores { get; init; }

    /// <summary>By pair: whether the product is in the user's truth basket.</summary>
    public required bool[] Outcomes { get; init; }

    /// <summary>By pair, ascending: the user's position in the truth baskets.</summary>
    public required int[] Users { get; init; }

    /// <summary>
    /// By position: F1 of the basket of greatest expected F1 (<see cref="KaggleF1"/>, "None" beside products allowed); NaN where
    /// scores are no probabilities and for users without history.
    /// </summary>
    public required double[] F1 { get; init; }

    /// <summary>By position: the share of the truth basket among the products that were scored at all, bought before or not.</summary>
    public required double[] CandidateRecall { get; init; }

    /// <summary>Area under the ROC curve; NaN where all pairs have one outcome.</summary>
    public double Auc => AreaUnderCurve.Of(Scores, Outcomes);

    /// <summary>Mean of −ln(probability of what came) over the pairs; NaN where scores are no probabilities.</summary>
    public double LogLoss => IsProbability ? Enumerable.Range(0, Scores.Length).Average(LossOf) : double.NaN;

    /// <summary>Mean of <see cref="F1"/>; NaN where there is none.</summary>
    public double MeanF1 => F1.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();

    /// <summary>−ln of the probability that a pair's outcome had.</summary>
    public double LossOf(int pair) => -Math.Log(Math.Max(Outcomes[pair] ? Scores[pair] : 1 - Scores[pair], LeastChance));
}
