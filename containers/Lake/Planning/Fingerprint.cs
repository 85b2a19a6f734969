using System.Security.Cryptography;
using System.Text;

namespace Recommender.Lake.Planning;

/// <summary>Hashes of what a table follows from.</summary>
internal static class Fingerprint
{
    /// <summary>The SHA-256 of the parts, lower-case hexadecimal; where one part ends and the next begins counts.</summary>
    public static string Of(params IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
