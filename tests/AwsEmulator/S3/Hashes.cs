using System.Security.Cryptography;

namespace Recommender.AwsEmulator.S3;

/// <summary>The hashes that S3's entity tags are made of.</summary>
internal static class Hashes
{
    /// <summary>The MD5 of what is left of a stream.</summary>
    public static byte[] Md5(Stream stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
        }

        return hash.GetHashAndReset();
    }
}
