using Recommender.Ranking.Features;

namespace Recommender.Ranking.Tuning;

/// <summary>Shares of all users that are the same in every run.</summary>
internal static class UserShare
{
    // Not the hash by which training samples users: within a share, that sample would hold everyone.
    private const ulong Salt = 23;

    /// <summary>Whether a user belongs to a share; whoever belongs to one belongs to every greater one.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="share">Above 0 to 1.</param>
    public static bool Has(long userId, double share) => UserSample.Hash(userId, Salt) < share;
}
