namespace Recommender.AwsEmulator.S3;

/// <summary>A checksum of an object.</summary>
/// <param name="Algorithm">CRC32, CRC32C, CRC64NVME, SHA1 or SHA256.</param>
/// <param name="Value">Base64; a composite one with a dash and the number of parts.</param>
/// <param name="Type">FULL_OBJECT or COMPOSITE.</param>
public sealed record StoredChecksum(string Algorithm, string Value, string Type = "FULL_OBJECT");
