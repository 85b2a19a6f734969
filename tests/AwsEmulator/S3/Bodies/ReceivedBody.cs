namespace Recommender.AwsEmulator.S3.Bodies;

/// <summary>A request's body that lies in a file of its own, checked against all that the request says of it. Disposing of it deletes the file unless it was moved.</summary>
/// <param name="File">The file.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Md5">Its MD5.</param>
/// <param name="Checksum">The checksum that was sent along; by <see cref="Checksums.Checksum.Default"/> where none was.</param>
/// <param name="Sent">Whether a checksum was sent along.</param>
internal sealed record ReceivedBody(string File, long Size, byte[] Md5, StoredChecksum Checksum, bool Sent) : IDisposable
{
    /// <summary>The entity tag of an object that is this body, without quotes.</summary>
    public string ETag => Convert.ToHexStringLower(Md5);

    /// <inheritdoc/>
    public void Dispose() => System.IO.File.Delete(File);
}
