namespace Recommender.Ranking.Learning;

/// <summary>Why a product has its score with a user: tree path contributions, which add up to the score.</summary>
/// <param name="Margin">The score before calibration: <paramref name="Bias"/> + the sum of all contributions.</param>
/// <param name="Bias">The margin when nothing is known of the pair.</param>
/// <param name="Probability">The calibrated probability that the product is in the user's next basket.</param>
/// <param name="IsCandidate">Whether the product is among the user's candidates; others are scored for the explanation only.</param>
/// <param name="Parts">One per feature, the greatest absolute contribution first.</param>
internal sealed record ScoreExplanation(double Margin, double Bias, double Probability, bool IsCandidate, IReadOnlyList<ScorePart> Parts);
