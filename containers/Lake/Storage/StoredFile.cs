namespace Recommender.Lake.Storage;

/// <summary>A file in a lake.</summary>
/// <param name="Key">Its key, or where it is so said, its path below a prefix.</param>
/// <param name="Bytes">Its size in bytes.</param>
public sealed record StoredFile(string Key, long Bytes);
