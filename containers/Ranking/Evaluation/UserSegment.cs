using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Evaluation;

/// <summary>A kind of users by how many of their orders are known before the one to predict.</summary>
/// <param name="Name">Its name in <c>ml.evaluation</c>.</param>
/// <param name="Description">In words.</param>
/// <param name="Least">Fewest known orders.</param>
/// <param name="Most">Most known orders.</param>
public sealed record UserSegment(string Name, string Description, int Least, int Most)
{
    /// <summary>The name of the segment of all users.</summary>
    public const string All = "all";

    /// <summary>All users, then new (fewer than 5 known orders, or none), light (5 to 19) and heavy users (20 and more).</summary>
    public static IReadOnlyList<UserSegment> Segments { get; } =
    [
        new(All, "all test users", 0, int.MaxValue),
        new("new", "fewer than 5 known orders", 0, 4),
        new("light", "5 to 19 known orders", 5, 19),
        new("heavy", "20 known orders or more", 20, int.MaxValue),
    ];

    /// <summary>The positions of the truth's users who are in the segment, ascending.</summary>
    internal int[] Members(UserHistories histories, TruthBaskets truth) => [.. Enumerable.Range(0, truth.Count).Where(position =>
    {
        var (first, end) = histories.Baskets(histories.Users.IndexOf(truth.UserId(position)));
        return end - first >= Least && end - first <= Most;
    })];
}
