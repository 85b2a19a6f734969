using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.S3.Operations;

/// <summary>What the operations that list have in common.</summary>
internal sealed class ListArguments
{
    private const int Most = 1000;
    private readonly bool _encodes;

    /// <summary>Reads them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="count">The parameter that says how many at most.</param>
    /// <exception cref="AwsFaultException">One is wrong.</exception>
    public ListArguments(EmulatorRequest request, string count)
    {
        (Prefix, Delimiter) = (request.Parameter("prefix") ?? "", request.Parameter("delimiter") ?? "");
        Count = Number(request, count);
        _encodes = request.Parameter("encoding-type") switch
        {
            null or "" => false,
            "url" => true,
            var other => throw S3Faults.InvalidArgument("Invalid Encoding Method specified in Request", "encoding-type", other),
        };
    }

    /// <summary>What keys begin with.</summary>
    public string Prefix { get; }

    /// <summary>The delimiter; empty for none.</summary>
    public string Delimiter { get; }

    /// <summary>How many it gets at most.</summary>
    public int Count { get; }

    /// <summary>The elements of the answer that give the arguments back.</summary>
    /// <param name="count">The name of the one that says how many at most.</param>
    public IEnumerable<XElement?> Elements(string count) =>
    [
        S3Xml.Element("Prefix", Encode(Prefix)),
        Delimiter.Length == 0 ? null : S3Xml.Element("Delimiter", Encode(Delimiter)),
        S3Xml.Element(count, Count),
        _encodes ? S3Xml.Element("EncodingType", "url") : null,
    ];

    /// <summary>A key as the request wants to have it.</summary>
    public string Encode(string key) => _encodes ? Uri.EscapeDataString(key).Replace("%2F", "/", StringComparison.Ordinal).Replace("%20", "+", StringComparison.Ordinal) : key;

    /// <summary>The elements of common prefixes.</summary>
    public IEnumerable<XElement> Elements(IEnumerable<string> prefixes) => prefixes.Select(prefix => S3Xml.Element("CommonPrefixes", S3Xml.Element("Prefix", Encode(prefix))));

    /// <summary>A token that stands for the end of a page.</summary>
    /// <param name="last">Its last key or common prefix.</param>
    /// <param name="common">Whether that is a common prefix.</param>
    public static string Token(string last, bool common) => Convert.ToBase64String(Encoding.UTF8.GetBytes((common ? "p" : "k") + last));

    /// <summary>Reads a token.</summary>
    /// <returns>The last key or common prefix, and whether it is one.</returns>
    /// <exception cref="AwsFaultException">It is none that an answer gave.</exception>
    public static (string Last, bool Common) ReadToken(string token)
    {
        var bytes = new byte[token.Length];
        var text = Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        return text.Length > 0 && text[0] is 'p' or 'k' ? (text[1..], text[0] is 'p') : throw S3Faults.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
    }

    private static int Number(EmulatorRequest request, string name)
    {
        var text = request.Parameter(name);
        return string.IsNullOrEmpty(text) ? Most
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, Most)
            : throw S3Faults.InvalidArgument($"Provided {name} not an integer or within integer range", name, text);
    }
}
