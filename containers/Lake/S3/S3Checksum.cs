using Amazon.S3;

namespace Recommender.Lake.S3;

/// <summary>What S3 keeps of an object to tell whether it came whole: the checksum of all its bytes.</summary>
/// <param name="Make">Makes an empty checksum of that kind.</param>
/// <param name="Text">What it must come to.</param>
internal sealed record S3Checksum(Func<Crc> Make, string Text)
{
    /// <summary>The checksum of an answer; null where there is none of the whole object (uploads in parts may have one of the parts' checksums).</summary>
    public static S3Checksum? Of(ChecksumType? type, string? crc32, string? crc32C, string? crc64Nvme) =>
        type == ChecksumType.COMPOSITE ? null
        : Whole(crc64Nvme) ? new(Crc.Crc64Nvme, crc64Nvme!)
        : Whole(crc32) ? new(Crc.Crc32, crc32!)
        : Whole(crc32C) ? new(Crc.Crc32C, crc32C!)
        : null;

    private static bool Whole(string? text) => !string.IsNullOrEmpty(text) && !text.Contains('-', StringComparison.Ordinal);
}
