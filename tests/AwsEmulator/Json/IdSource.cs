using System.Globalization;

namespace Recommender.AwsEmulator.Json;

/// <summary>Makes ids that look as AWS's do. Safe for concurrent use.</summary>
/// <param name="seed">Two sources of one seed give the same ids.</param>
internal sealed class IdSource(int seed)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    /// <summary>A source whose ids differ from those of an earlier emulator over the same folder.</summary>
    /// <param name="clock">Its time is the seed.</param>
    /// <param name="service">The service; each has ids of its own.</param>
    public static IdSource For(TimeProvider clock, string service) =>
        new(unchecked((int)clock.GetUtcNow().Ticks) ^ service.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)));

    /// <summary>A UUID of version 4.</summary>
    public string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }

    /// <summary>Lower-case hexadecimal digits.</summary>
    /// <param name="bytes">Half their number.</param>
    public string Hex(int bytes)
    {
        var content = new byte[bytes];
        Fill(content);
        return Convert.ToHexStringLower(content);
    }

    /// <summary>Lower-case letters and digits.</summary>
    public string Letters(int count)
    {
        const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
        lock (_lock)
        {
            return new([.. Enumerable.Range(0, count).Select(_ => Alphabet[_random.Next(Alphabet.Length)])]);
        }
    }

    private void Fill(Span<byte> bytes)
    {
        lock (_lock)
        {
            _random.NextBytes(bytes);
        }
    }
}
