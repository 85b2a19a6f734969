namespace Recommender.AwsEmulator.S3.Bodies;

/// <summary>What a body that came is.</summary>
/// <param name="Size">Bytes, decoded.</param>
/// <param name="Md5">Its MD5.</param>
/// <param name="Checksum">Its checksum by the algorithm that the request names.</param>
/// <param name="Sha256">Its SHA-256, in hexadecimal digits.</param>
internal sealed record BodySums(long Size, byte[] Md5, byte[] Checksum, string Sha256);
