namespace Recommender.Ranking.Learning;

/// <summary>A basket to learn from.</summary>
/// <param name="User">Index of the user.</param>
/// <param name="Known">How many of the user's baskets come before it.</param>
/// <param name="Weight">What its rows weigh.</param>
/// <param name="HidesTime">Whether its time is to be unknown, as that of so many orders to predict is.</param>
internal readonly record struct TrainingTarget(int User, int Known, float Weight, bool HidesTime);
