namespace Recommender.Lake.DuckDb;

/// <summary>DuckDB's native library is missing or cannot be loaded.</summary>
public sealed class DuckDbLibraryException(string message, string path, Exception? inner = null)
    : DuckDbException(message, inner: inner)
{
    /// <summary>Where the library was looked for.</summary>
    public string Path { get; } = path;
}
