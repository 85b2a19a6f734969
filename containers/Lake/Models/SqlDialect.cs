namespace Recommender.Lake.Models;

/// <summary>The engine a model is rendered for.</summary>
public enum SqlDialect
{
    /// <summary>DuckDB, embedded.</summary>
    DuckDb,

    /// <summary>Trino, as Athena engine v3 speaks it.</summary>
    Trino,
}
