using System.Security.Cryptography;

namespace Recommender.AwsEmulator.Http;

/// <summary>Ids of requests.</summary>
internal static class RequestIds
{
    /// <summary>An id that nothing had before, in the form of AWS's: 5c1f23f5-…</summary>
    public static string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return new Guid(bytes).ToString("D");
    }
}
