namespace Recommender.AwsEmulator.S3.Multipart;

/// <summary>A part of an upload.</summary>
/// <param name="Number">Its number, 1 to 10000.</param>
/// <param name="File">Where its bytes lie.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Md5">Its MD5.</param>
/// <param name="Checksum">Its checksum by the upload's algorithm.</param>
/// <param name="LastModified">When it was written.</param>
internal sealed record UploadPart(int Number, string File, long Size, byte[] Md5, StoredChecksum Checksum, DateTimeOffset LastModified)
{
    /// <summary>The largest number.</summary>
    public const int LargestNumber = 10000;

    /// <summary>The smallest size of a part that is not the last, bytes.</summary>
    public const long SmallestSize = 5 << 20;

    /// <summary>Its entity tag, without quotes.</summary>
    public string ETag => Convert.ToHexStringLower(Md5);
}
