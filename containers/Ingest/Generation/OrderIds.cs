namespace Recommender.Ingest.Generation;

/// <summary>
/// A keyed permutation of 1..count, so that ids are unique but do not grow with users: a four-round Feistel network over
/// the next power of four, walked until it falls inside (Black and Rogaway 2002, cycle walking).
/// </summary>
internal sealed class OrderIds
{
    private readonly ulong[] _keys = new ulong[4];
    private readonly int _halfBits = 1;
    private readonly ulong _count;

    internal OrderIds(long seed, long count)
    {
        _count = (ulong)count;
        while (1UL << (2 * _halfBits) < _count)
        {
            _halfBits++;
        }

        var random = SplitMix64.ForStream(seed, ulong.MaxValue);
        for (var i = 0; i < _keys.Length; i++)
        {
            _keys[i] = random.Next();
        }
    }

    /// <summary>The id of the order at <paramref name="position"/> (0-based, less than count).</summary>
    internal long this[long position]
    {
        get
        {
            var value = (ulong)position;
            do
            {
                value = Encrypt(value);
            }
            while (value >= _count);

            return (long)value + 1;
        }
    }

    private ulong Encrypt(ulong value)
    {
        var mask = (1UL << _halfBits) - 1;
        var (left, right) = (value >> _halfBits, value & mask);
        foreach (var key in _keys)
        {
            (left, right) = (right, left ^ (SplitMix64.Mix(right ^ key) & mask));
        }

        return (left << _halfBits) | right;
    }
}
