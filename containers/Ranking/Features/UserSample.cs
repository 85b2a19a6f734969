namespace Recommender.Ranking.Features;

/// <summary>Samples of users by a hash of their ids: the same users whatever their order, and more of them never fewer.</summary>
internal static class UserSample
{
    /// <summary>Whether the user is in a sample of about so many of a number of users.</summary>
    public static bool Keeps(long userId, int sample, int users) => sample >= users || Hash(userId) < (double)sample / users;

    /// <summary>A number from 0 to below 1 that an id has for good (the finisher of SplitMix64, Steele et al. 2014).</summary>
    public static double Hash(long id, ulong salt = 0)
    {
        var z = unchecked((ulong)id + ((salt + 1) * 0x9E3779B97F4A7C15));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
