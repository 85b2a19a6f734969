namespace Recommender.Ranking.Evaluation;

/// <summary>
/// Splits users into those that settings and models are fitted on and those that they are tested on, by a hash of the user
/// id (Knuth's multiplicative hash), so that every engine and every run makes the same split.
/// </summary>
public static class UserSplit
{
    /// <summary>Ids at or above this (3,400,000,000) have no bucket: the product would overflow a BIGINT.</summary>
    public const long UserIdLimit = 3_400_000_000;

    /// <summary>Users with a bucket below this (50) are test users: half of all.</summary>
    public const int TestBuckets = 50;

    private const long Multiplier = 2_654_435_761;

    /// <summary>
    /// ⌊mod(user_id × 2654435761, 2^32) / 2^32 × 100⌋: 0 … 99. Every step is exact in 64-bit integers and doubles.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The id is negative or not below <see cref="UserIdLimit"/>.</exception>
    public static int Bucket(long userId)
    {
        if (userId is < 0 or >= UserIdLimit)
        {
            throw new ArgumentOutOfRangeException(
                nameof(userId), userId, $"A user id must be in 0 … {UserIdLimit - 1} to be put in a bucket.");
        }

        return (int)Math.Floor(userId * Multiplier % 4_294_967_296 / 4_294_967_296.0 * 100);
    }

    /// <summary>Whether the user is a test user.</summary>
    public static bool IsTest(long userId) => Bucket(userId) < TestBuckets;
}
