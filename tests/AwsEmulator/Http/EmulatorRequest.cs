using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Recommender.AwsEmulator.Http;

/// <summary>A request as it was sent: path and query are decoded once and nothing is normalised.</summary>
internal sealed class EmulatorRequest
{
    private EmulatorRequest(HttpContext context, string target, string path, IReadOnlyList<KeyValuePair<string, string>> query)
    {
        (Context, Target, Path, Query) = (context, target, path, query);
        Id = RequestIds.Next();
    }

    /// <summary>The exchange.</summary>
    public HttpContext Context { get; }

    /// <summary>The id that the answer carries.</summary>
    public string Id { get; }

    /// <summary>Path and query as sent.</summary>
    public string Target { get; }

    /// <summary>The path, decoded.</summary>
    public string Path { get; }

    /// <summary>The query's parameters, decoded, in order; the value of one without = is empty.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    /// <summary>The method.</summary>
    public string Method => Context.Request.Method;

    /// <summary>Reads what a request asks.</summary>
    public static EmulatorRequest Read(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? target : target[..mark];
        return new(context, target, Uri.UnescapeDataString(path), mark < 0 ? [] : ReadPairs(target[(mark + 1)..]));
    }

    /// <summary>Splits a query or a form into its decoded pairs.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ReadPairs(string text) =>
        [.. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(ReadPair)];

    /// <summary>A parameter of the query.</summary>
    /// <returns>Null where there is none; empty where it has no value.</returns>
    public string? Parameter(string name)
    {
        foreach (var pair in Query)
        {
            if (pair.Key == name)
            {
                return pair.Value;
            }
        }

        return null;
    }

    /// <summary>A header.</summary>
    /// <returns>Null where there is none.</returns>
    public string? Header(string name) => Context.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>A header that is a whole number.</summary>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="AwsFaultException">It is no whole number.</exception>
    public long? Number(string header) => Header(header) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new AwsFaultException("InvalidArgument", $"{header} is no whole number: {text}"),
    };

    private static KeyValuePair<string, string> ReadPair(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new(Decode(pair), "") : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
