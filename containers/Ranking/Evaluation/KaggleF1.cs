namespace Recommender.Ranking.Evaluation;

/// <summary>
/// F1 of a user's predicted reorders as Kaggle's Instacart competition scored them: the truth is the products of the basket that
/// the user had bought before, or the one item "None" where there are none; a prediction may name "None", too.
/// </summary>
internal static class KaggleF1
{
    /// <summary>2 × right / (predicted + true), where "None" counts as an item.</summary>
    /// <param name="hits">Predicted products that are in the truth.</param>
    /// <param name="predicted">Predicted products; with <paramref name="none"/> false, 0 scores 0.</param>
    /// <param name="none">Whether "None" is predicted.</param>
    /// <param name="truth">Products of the truth; 0 makes it "None".</param>
    public static double Of(int hits, int predicted, bool none, int truth)
    {
        var right = hits + (none && truth == 0 ? 1 : 0);
        return 2.0 * right / (predicted + (none ? 1 : 0) + Math.Max(truth, 1));
    }
}
