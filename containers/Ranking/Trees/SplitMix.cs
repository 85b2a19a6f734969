namespace Recommender.Ranking.Trees;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014). Ours, since <see cref="Random"/> does not promise one algorithm across versions and
/// the same seed must train the same model.
/// </summary>
internal struct SplitMix(ulong seed)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private ulong _state = seed;

    /// <summary>The generator of one stream (a round, a purpose) of a seed, whatever other streams have drawn.</summary>
    public static SplitMix ForStream(long seed, ulong stream) => new(Mix(Mix((ulong)seed + Gamma) ^ (stream * 0xD1342543DE82EF95)));

    /// <summary>64 bits.</summary>
    public ulong Next() => Mix(_state += Gamma);

    /// <summary>Uniform in 0 … count − 1 (multiply-shift; the bias is below count / 2^64).</summary>
    public int NextInt(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>Mixes 64 bits.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
