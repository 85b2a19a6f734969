namespace Recommender.Lake.Snapshots;

/// <summary>A file of a snapshot.</summary>
/// <param name="Path">Relative to the snapshot's folder, with forward slashes.</param>
/// <param name="Bytes">Its size in bytes.</param>
public sealed record ManifestFile(string Path, long Bytes);
