using System.Security.Cryptography;
using System.Text;

namespace Recommender.Ranking.Tuning;

/// <summary>Short hashes of texts.</summary>
internal static class TextHash
{
    private const int Digits = 12;

    /// <summary>The first 12 hexadecimal digits of the SHA-256 of the texts, one to a line.</summary>
    public static string Of(IEnumerable<string> texts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))))[..Digits];
}
