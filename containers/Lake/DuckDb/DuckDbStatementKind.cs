using System.Diagnostics.CodeAnalysis;

namespace Recommender.Lake.DuckDb;

/// <summary>What a statement does, as far as callers tell statements apart; the numbers are <c>duckdb_statement_type</c>'s of DuckDB's C API.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "These are the names of SQL statements.")]
public enum DuckDbStatementKind
{
    /// <summary>Any other statement: it may change or write something.</summary>
    Other = 0,
    /// <summary>Reads only: SELECT, WITH, FROM, VALUES, TABLE, DESCRIBE, SHOW, SUMMARIZE.</summary>
    Select = 1,
    /// <summary>Shows a statement's plan; EXPLAIN ANALYZE also runs the statement.</summary>
    Explain = 4,
}
