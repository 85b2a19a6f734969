using System.Text;

namespace Recommender.AwsEmulator.S3;

/// <summary>The order of keys in listings: that of their UTF-8 bytes, which differs from that of UTF-16 beyond the basic plane.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    /// <summary>The order.</summary>
    public static Utf8Order Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var shared = Math.Min(x!.Length, y!.Length);
        for (var at = 0; at < shared; at++)
        {
            if (x[at] != y[at])
            {
                // At the first difference two surrogates stand for code points above all others.
                return char.IsSurrogate(x[at]) == char.IsSurrogate(y[at]) ? x[at] - y[at] : char.IsSurrogate(x[at]) ? 1 : -1;
            }
        }

        return x.Length - y.Length;
    }

    /// <summary>A key's bytes.</summary>
    public static int BytesOf(string key) => Encoding.UTF8.GetByteCount(key);
}
