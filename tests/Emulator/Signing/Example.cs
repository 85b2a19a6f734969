using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Signing;
using Recommender.Tests;

namespace Recommender.Emulator.Tests.Signing;

/// <summary>Requests as in AWS's published examples: their key, their bucket, their moment.</summary>
internal static class Example
{
    private const string Key = "AKIAIOSFODNN7EXAMPLE";
    private const string Time = "20130524T000000Z";
    private static readonly CredentialStore _credentials = new(new Dictionary<string, string> { [Key] = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" });

    /// <summary>Checks a request some time after it was signed.</summary>
    public static Authentication Verify(EmulatorRequest request, TimeSpan later = default) =>
        new SignatureVerifier(_credentials, "us-east-1", new FakeClock(new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero) + later)).Verify(request);

    /// <summary>A request that is signed in its header.</summary>
    /// <param name="method">The method.</param>
    /// <param name="target">Path and query.</param>
    /// <param name="headers">Its headers but host and time, one per line, name:value, in order.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="host">The host.</param>
    public static EmulatorRequest Signed(string method, string target, string headers, string signature, string host = "examplebucket.s3.amazonaws.com")
    {
        var all = $"{headers}\nx-amz-date:{Time}";
        var names = all.Split('\n').Select(line => line.Split(':')[0]).Append("host").Order(StringComparer.Ordinal);
        return Unsigned(method, target, $"{all}\nAuthorization:AWS4-HMAC-SHA256 Credential={Key}/20130524/us-east-1/s3/aws4_request,SignedHeaders={string.Join(';', names)},Signature={signature}", host);
    }

    /// <summary>A request with no other headers than those given and the host.</summary>
    public static EmulatorRequest Unsigned(string method, string target, string headers, string host = "examplebucket.s3.amazonaws.com")
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Host = new(host);
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        foreach (var line in headers.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            context.Request.Headers[line[..colon]] = line[(colon + 1)..];
        }

        return EmulatorRequest.Read(context);
    }
}
