using System.Globalization;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.Signing;

/// <summary>What a request says of its signature (version 4), in its header or, presigned, in its query.</summary>
internal sealed record SignedRequest
{
    /// <summary>The one algorithm there is.</summary>
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The access key's id.</summary>
    public required string Key { get; init; }

    /// <summary>The scope's date, yyyyMMdd.</summary>
    public required string Date { get; init; }

    /// <summary>The scope's region.</summary>
    public required string Region { get; init; }

    /// <summary>The scope's service.</summary>
    public required string Service { get; init; }

    /// <summary>The names of the signed headers, in lower case and in order.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>The signature, in hexadecimal digits.</summary>
    public required string Signature { get; init; }

    /// <summary>X-Amz-Date as it was sent.</summary>
    public required string Time { get; init; }

    /// <summary>The session token; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>How long a presigned address is good for; null for a request signed in its header.</summary>
    public TimeSpan? Expires { get; init; }

    /// <summary>The scope as it is signed.</summary>
    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    /// <summary><see cref="Time"/>.</summary>
    public DateTimeOffset SignedAt { get; private init; }

    /// <summary>The service that a request says it is signed for.</summary>
    /// <returns>Null where it says none.</returns>
    public static string? ServiceOf(EmulatorRequest request)
    {
        try
        {
            return Read(request).Service;
        }
        catch (SignatureException)
        {
            return null;
        }
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="SignatureException">The request is not signed, or not so that it can be understood.</exception>
    public static SignedRequest Read(EmulatorRequest request)
    {
        var signed = request.Header("Authorization") is { Length: > 0 } header ? FromHeader(request, header)
            : request.Parameter("X-Amz-Algorithm") is not null ? FromQuery(request)
            : throw new SignatureException(SignatureProblem.Missing, "the request is not signed");
        return DateTimeOffset.TryParseExact(signed.Time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && signed.Time.StartsWith(signed.Date, StringComparison.Ordinal)
            ? signed with { SignedAt = time }
            : throw Malformed($"X-Amz-Date '{signed.Time}' is no time of the scope's date '{signed.Date}'");
    }

    private static SignedRequest FromHeader(EmulatorRequest request, string header)
    {
        var space = header.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || header[..space] != Algorithm)
        {
            throw Malformed($"the Authorization header does not begin with {Algorithm}");
        }

        var parts = header[(space + 1)..].Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1]);
        return From(name => parts.GetValueOrDefault(name), request.Header("X-Amz-Date"), request.Header("X-Amz-Security-Token"), expires: null);
    }

    private static SignedRequest FromQuery(EmulatorRequest request)
    {
        var expires = double.TryParse(request.Parameter("X-Amz-Expires"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 604800
            ? TimeSpan.FromSeconds(seconds)
            : throw Malformed("X-Amz-Expires is no number of seconds up to 604800");
        return From(name => request.Parameter($"X-Amz-{name}"), request.Parameter("X-Amz-Date"), request.Parameter("X-Amz-Security-Token"), expires);
    }

    private static SignedRequest From(Func<string, string?> part, string? time, string? token, TimeSpan? expires)
    {
        if (part("Credential")?.Split('/') is not [var key, var date, var region, var service, "aws4_request"])
        {
            throw Malformed("the credential is not KEY/DATE/REGION/SERVICE/aws4_request");
        }

        return new()
        {
            Key = key,
            Date = date,
            Region = region,
            Service = service,
            Headers = (part("SignedHeaders") ?? throw Malformed("there are no SignedHeaders")).Split(';'),
            Signature = part("Signature") ?? throw Malformed("there is no Signature"),
            Time = time ?? throw Malformed("there is no X-Amz-Date"),
            Token = token,
            Expires = expires,
        };
    }

    private static SignatureException Malformed(string message) => new(SignatureProblem.Malformed, message);
}
