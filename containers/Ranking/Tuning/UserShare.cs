using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Tuning;

/// <summary>Shares of all users that are the same in every run.</summary>
internal static class UserShare
{
    /// <summary>Whether a user belongs to a share; whoever belongs to one belongs to every greater one.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="share">Above 0 to 1.</param>
    public static bool Has(long userId, double share) => (new SplitMix64((ulong)userId).Next() >> 11) * (1.0 / (1UL << 53)) < share;
}
