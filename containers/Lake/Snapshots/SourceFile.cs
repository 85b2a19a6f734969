namespace Recommender.Lake.Snapshots;

/// <summary>A file that a raw table was loaded from.</summary>
/// <param name="Name">The file's name, without its folder.</param>
/// <param name="Sha256">The hash of its bytes, lower-case hexadecimal.</param>
/// <param name="Bytes">Its size in bytes.</param>
/// <param name="Rows">Data rows in it: rows kept + rows quarantined.</param>
public sealed record SourceFile(string Name, string Sha256, long Bytes, long Rows);
