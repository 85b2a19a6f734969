using System.Globalization;
using System.Text.RegularExpressions;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Building;

/// <summary>One of several parts that a table's rows fall into by a hash of their key.</summary>
/// <param name="Index">Which, from 0.</param>
/// <param name="Count">How many there are, 1 to 1,000.</param>
public sealed partial record Shard(int Index, int Count)
{
    /// <summary>The most shards there can be: 1,000.</summary>
    public const int Most = 1_000;

    /// <summary>Whether a key belongs to this shard: every key belongs to one, on every machine and in every version.</summary>
    /// <param name="key">The key, such as a user's id.</param>
    public bool Contains(long key) => Mix((ulong)key) % (ulong)Count == (ulong)Index;

    /// <summary>Reads <c>K/N</c>, such as <c>0/8</c>.</summary>
    /// <exception cref="CallerException">The text is not of that form, or there is no such shard.</exception>
    public static Shard Parse(string text)
    {
        var match = Form().Match(text);
        var (index, count) = match.Success
            ? (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
            : (0, 0);
        return count is >= 1 and <= Most && index < count
            ? new Shard(index, count)
            : throw new CallerException($"'{text}' is not a shard: write K/N, such as 0/8, where N is from 1 to {Most:N0} and K from 0 to N - 1");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Index}/{Count}";

    /// <summary>The finaliser of MurmurHash3 (64 bits), so that ids that follow one another spread over all shards.</summary>
    private static ulong Mix(ulong key)
    {
        key = (key ^ (key >> 33)) * 0xff51afd7ed558ccd;
        key = (key ^ (key >> 33)) * 0xc4ceb9fe1a85ec53;
        return key ^ (key >> 33);
    }

    [GeneratedRegex(@"\A([0-9]{1,4})/([0-9]{1,4})\z")]
    private static partial Regex Form();
}
