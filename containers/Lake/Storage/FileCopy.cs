namespace Recommender.Lake.Storage;

/// <summary>A file that is to be the content of another key, too.</summary>
/// <param name="From">The key there is.</param>
/// <param name="To">The key to make.</param>
/// <param name="Bytes">The file's size in bytes.</param>
public sealed record FileCopy(string From, string To, long Bytes);
