namespace Recommender.Ranking.Registry;

/// <summary>The basket that a user is expected to fill next; empty where that is likeliest to be right.</summary>
/// <param name="User">Index of the user.</param>
/// <param name="Items">Indexes of the products, the likeliest first.</param>
/// <param name="Probabilities">That they are in it, 0 to 1.</param>
/// <param name="ExpectedF1">The F1 that is to be expected, 0 to 1.</param>
internal sealed record PredictedBasket(int User, int[] Items, double[] Probabilities, double ExpectedF1);
