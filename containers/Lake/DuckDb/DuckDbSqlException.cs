namespace Recommender.Lake.DuckDb;

/// <summary>The caller's or the data's fault: the SQL is wrong, a value does not convert, a row breaks a constraint.</summary>
public sealed class DuckDbSqlException(string message, DuckDbErrorKind kind, string? statement = null)
    : DuckDbException(message, kind, statement);
