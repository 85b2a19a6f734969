namespace Recommender.Ranking.Sequences;

/// <summary>One user's baskets in time order; items are numbers from 0.</summary>
/// <param name="User">The user as the files name it.</param>
/// <param name="Part">What the user is for.</param>
/// <param name="Baskets">The known baskets, oldest first, none empty.</param>
/// <param name="Next">The next basket; null where it is not known.</param>
public sealed record Sequence(string User, SequencePart Part, IReadOnlyList<int[]> Baskets, int[]? Next);
