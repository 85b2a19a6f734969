namespace Recommender.Ranking.Evaluation;

/// <summary>
/// Splits users into those that settings and models are fitted on and those that they are tested on, by a hash of the user
/// id (Knuth's multiplicative hash), so that every engine and every run makes the same split.
/// </summary>
internal static class UserSplit
{
    /// <summary>Users with a bucket below this (50) are test users: half of all.</summary>
    public const int TestBuckets = 50;

    private const ulong Multiplier = 2_654_435_761;

    /// <summary>⌊mod(user_id × 2654435761, 2^32) / 2^32 × 100⌋: 0 … 99, exact for every id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id is negative.</exception>
    public static int Bucket(long userId)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(userId);
        // What overflows is a multiple of 2^64, and so of 2^32.
        var hash = unchecked((uint)((ulong)userId * Multiplier));
        return (int)(hash * 100UL >> 32);
    }

    /// <summary>Whether the user is a test user.</summary>
    public static bool IsTest(long userId) => Bucket(userId) < TestBuckets;
}
