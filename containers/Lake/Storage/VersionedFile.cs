namespace Recommender.Lake.Storage;

/// <summary>A small file as it was read.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Version">What tells this state of it from every other.</param>
public sealed record VersionedFile(byte[] Content, string Version);
