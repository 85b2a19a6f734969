using System.Text;
using Microsoft.AspNetCore.Http;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.Signing;

/// <summary>The text of a request that is signed.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html</remarks>
internal static class CanonicalRequest
{
    private const string SignatureParameter = "X-Amz-Signature";

    /// <summary>The text.</summary>
    /// <param name="request">The request.</param>
    /// <param name="signed">What it says of its signature.</param>
    /// <param name="payload">The payload's hash, or the word in its place.</param>
    /// <exception cref="SignatureException">A header that must be signed is not.</exception>
    public static string Of(EmulatorRequest request, SignedRequest signed, string payload)
    {
        Demand("host");
        foreach (var header in request.Context.Request.Headers.Keys.Where(name => name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)))
        {
            Demand(header.ToLowerInvariant());
        }

        var text = new StringBuilder();
        text.Append(request.Method).Append('\n').Append(PathOf(request, signed)).Append('\n').Append(QueryOf(request)).Append('\n');
        foreach (var name in signed.Headers)
        {
            text.Append(name).Append(':').Append(ValueOf(request.Context.Request.Headers, name)).Append('\n');
        }

        return text.Append('\n').AppendJoin(';', signed.Headers).Append('\n').Append(payload).ToString();

        void Demand(string header)
        {
            if (!signed.Headers.Contains(header))
            {
                throw new SignatureException(SignatureProblem.Mismatch, $"there were headers present in the request which were not signed: {header}");
            }
        }
    }

    /// <summary>A text as AWS encodes it for addresses: all but unreserved characters as bytes in hexadecimal digits.</summary>
    public static string Encode(string text) => Uri.EscapeDataString(text);

    // S3 takes the path as it is; others encode it once more.
    private static string PathOf(EmulatorRequest request, SignedRequest signed)
    {
        var path = string.Join('/', request.Path.Split('/').Select(Encode));
        return signed.Service is "s3" ? path : string.Join('/', path.Split('/').Select(Encode));
    }

    private static string QueryOf(EmulatorRequest request) => string.Join('&', request.Query
        .Where(pair => pair.Key is not SignatureParameter)
        .Select(pair => (Name: Encode(pair.Key), Value: Encode(pair.Value)))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string ValueOf(IHeaderDictionary headers, string name) =>
        string.Join(',', headers[name].Select(value => string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))));
}
