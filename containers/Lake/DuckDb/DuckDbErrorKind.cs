using System.Diagnostics.CodeAnalysis;

namespace Recommender.Lake.DuckDb;

/// <summary>What went wrong, as DuckDB classifies it (<c>duckdb_error_type</c> of its C API).</summary>
[SuppressMessage("Naming", "CA1720", Justification = "These are the names of SQL types.")]
public enum DuckDbErrorKind
{
    /// <summary>DuckDB gave no kind.</summary>
    None = 0,
    /// <summary>Out of range.</summary>
    OutOfRange = 1,
    /// <summary>A value does not fit the type it is cast to.</summary>
    Conversion = 2,
    /// <summary>Unknown type.</summary>
    UnknownType = 3,
    /// <summary>Decimal.</summary>
    Decimal = 4,
    /// <summary>Mismatch type.</summary>
    MismatchType = 5,
    /// <summary>Divide by zero.</summary>
    DivideByZero = 6,
    /// <summary>Object size.</summary>
    ObjectSize = 7,
    /// <summary>Invalid type.</summary>
    InvalidType = 8,
    /// <summary>Serialization.</summary>
    Serialization = 9,
    /// <summary>Transaction.</summary>
    Transaction = 10,
    /// <summary>Not implemented.</summary>
    NotImplemented = 11,
    /// <summary>Expression.</summary>
    Expression = 12,
    /// <summary>A table, column or function does not exist, or exists already.</summary>
    Catalog = 13,
    /// <summary>The text is not SQL.</summary>
    Parser = 14,
    /// <summary>Planner.</summary>
    Planner = 15,
    /// <summary>Scheduler.</summary>
    Scheduler = 16,
    /// <summary>Executor.</summary>
    Executor = 17,
    /// <summary>A row breaks a constraint of its table.</summary>
    Constraint = 18,
    /// <summary>Index.</summary>
    Index = 19,
    /// <summary>Stat.</summary>
    Stat = 20,
    /// <summary>Connection.</summary>
    Connection = 21,
    /// <summary>Syntax.</summary>
    Syntax = 22,
    /// <summary>Settings.</summary>
    Settings = 23,
    /// <summary>The SQL is well formed but its names or types do not fit together.</summary>
    Binder = 24,
    /// <summary>Network.</summary>
    Network = 25,
    /// <summary>Optimizer.</summary>
    Optimizer = 26,
    /// <summary>Null pointer.</summary>
    NullPointer = 27,
    /// <summary>A file cannot be found, read or written, or the disk is full.</summary>
    IO = 28,
    /// <summary>The statement was interrupted; shown to callers as <see cref="OperationCanceledException"/>.</summary>
    Interrupt = 29,
    /// <summary>The database can no longer be used and must be opened again.</summary>
    Fatal = 30,
    /// <summary>Internal.</summary>
    Internal = 31,
    /// <summary>Invalid input.</summary>
    InvalidInput = 32,
    /// <summary>The memory limit is reached.</summary>
    OutOfMemory = 33,
    /// <summary>Permission.</summary>
    Permission = 34,
    /// <summary>Parameter not resolved.</summary>
    ParameterNotResolved = 35,
    /// <summary>Parameter not allowed.</summary>
    ParameterNotAllowed = 36,
    /// <summary>Dependency.</summary>
    Dependency = 37,
    /// <summary>Http.</summary>
    Http = 38,
    /// <summary>Missing extension.</summary>
    MissingExtension = 39,
    /// <summary>Autoload.</summary>
    Autoload = 40,
    /// <summary>Sequence.</summary>
    Sequence = 41,
    /// <summary>Invalid configuration.</summary>
    InvalidConfiguration = 42,
}
