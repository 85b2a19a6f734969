using System.Security.Cryptography;
using System.Text;

namespace Recommender.AwsEmulator.Signing;

/// <summary>The key that a scope's texts are signed with.</summary>
internal sealed class SigningKey
{
    private readonly byte[] _key;

    /// <summary>Derives it.</summary>
    /// <param name="secret">The secret access key.</param>
    /// <param name="signed">The request whose scope it is for.</param>
    public SigningKey(string secret, SignedRequest signed)
    {
        var key = Encoding.UTF8.GetBytes($"AWS4{secret}");
        foreach (var part in new[] { signed.Date, signed.Region, signed.Service, "aws4_request" })
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        _key = key;
    }

    /// <summary>A text's signature, in hexadecimal digits.</summary>
    public string Sign(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));

    /// <summary>A text's hash, in hexadecimal digits.</summary>
    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    /// <summary>The hash of bytes, in hexadecimal digits.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
