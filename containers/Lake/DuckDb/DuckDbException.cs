namespace Recommender.Lake.DuckDb;

/// <summary>DuckDB refused or failed; the message is DuckDB's own.</summary>
public class DuckDbException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">DuckDB's message.</param>
    /// <param name="kind">DuckDB's classification.</param>
    /// <param name="statement">The SQL at fault, if any; only its first lines are kept.</param>
    /// <param name="inner">The cause, if any.</param>
    public DuckDbException(string message, DuckDbErrorKind kind = DuckDbErrorKind.None, string? statement = null, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
        Statement = statement is null ? null : StatementExcerpt.Of(statement);
    }

    /// <summary>DuckDB's classification of the error.</summary>
    public DuckDbErrorKind Kind { get; }

    /// <summary>The first lines of the SQL at fault, or null where there is none.</summary>
    public string? Statement { get; }
}
