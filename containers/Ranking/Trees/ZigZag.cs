namespace Recommender.Ranking.Trees;

/// <summary>Maps 0, -1, 1, -2, … to 0, 1, 2, 3, …, so that numbers near 0 of either sign take few bytes.</summary>
internal static class ZigZag
{
    public static long Encode(long value) => (value << 1) ^ (value >> 63);

    public static long Decode(long code) => (long)((ulong)code >> 1) ^ -(code & 1);
}
