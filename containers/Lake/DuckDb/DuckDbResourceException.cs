namespace Recommender.Lake.DuckDb;

/// <summary>The environment's fault: out of memory, a file missing or unreadable, a full disk, no permission.</summary>
public sealed class DuckDbResourceException(string message, DuckDbErrorKind kind, string? statement = null)
    : DuckDbException(message, kind, statement);
