namespace Recommender.Lake.Athena;

/// <summary>What a statement does, as far as running it again is concerned.</summary>
internal enum StatementKind
{
    /// <summary>A SELECT: it gives rows, a line of column names before them, and can be run again.</summary>
    Select,

    /// <summary>An INSERT: it writes files, which a failed one may leave behind.</summary>
    Insert,

    /// <summary>An EXPLAIN.</summary>
    Explain,

    /// <summary>Anything else, such as SHOW.</summary>
    Other,
}
