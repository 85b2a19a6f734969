namespace Recommender.AwsEmulator.S3.Operations;

/// <summary>A page of a listing: keys, and what keys share up to a delimiter, in the order of their UTF-8 bytes.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class Listing<T>
{
    private readonly List<T> _items = [];
    private readonly List<string> _prefixes = [];

    private Listing()
    {
    }

    /// <summary>The items whose keys hold no delimiter behind the prefix.</summary>
    public IReadOnlyList<T> Items => _items;

    /// <summary>What the others' keys begin with, up to and with the delimiter, each once.</summary>
    public IReadOnlyList<string> Prefixes => _prefixes;

    /// <summary>Whether there is more.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>The last key or common prefix of the page; null for an empty one.</summary>
    public string? Last { get; private set; }

    /// <summary>Makes a page.</summary>
    /// <param name="sorted">What there is behind the page before, in order; all of it begins with the prefix.</param>
    /// <param name="key">An item's key.</param>
    /// <param name="prefix">The prefix.</param>
    /// <param name="delimiter">The delimiter; empty for none.</param>
    /// <param name="seen">The common prefix that the page before ended with; null where it ended with a key.</param>
    /// <param name="most">Keys and common prefixes at most.</param>
    public static Listing<T> Of(IEnumerable<T> sorted, Func<T, string> key, string prefix, string delimiter, string? seen, int most)
    {
        var page = new Listing<T>();
        foreach (var item in sorted)
        {
            var common = CommonPrefix(key(item), prefix, delimiter);
            if (common is not null && common == seen)
            {
                continue;
            }

            if (page._items.Count + page._prefixes.Count == most)
            {
                page.IsTruncated = most > 0;
                break;
            }

            if (common is null)
            {
                page._items.Add(item);
                page.Last = key(item);
            }
            else
            {
                page._prefixes.Add(common);
                page.Last = seen = common;
            }
        }

        return page;
    }

    private static string? CommonPrefix(string key, string prefix, string delimiter)
    {
        var at = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return at < 0 ? null : key[..(at + delimiter.Length)];
    }
}
