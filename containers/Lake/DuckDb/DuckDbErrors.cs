namespace Recommender.Lake.DuckDb;

/// <summary>Makes the exception that fits an error of DuckDB's.</summary>
internal static class DuckDbErrors
{
    /// <summary>The words before " Error:" in a message, for calls that give no kind (prepare, open): DuckDB's <c>exception.cpp</c>.</summary>
    private static readonly Dictionary<string, DuckDbErrorKind> KindByPrefix = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TransactionContext"] = DuckDbErrorKind.Transaction,
        ["Extension Autoloading"] = DuckDbErrorKind.Autoload,
    };

    static DuckDbErrors()
    {
        // The other prefixes are the kinds' own names, in words: "Out of Memory", "Binder", "IO".
        foreach (var kind in Enum.GetValues<DuckDbErrorKind>())
        {
            KindByPrefix[kind.ToString()] = kind;
        }
    }

    /// <summary>The kind a message's first words tell, or <see cref="DuckDbErrorKind.None"/>.</summary>
    internal static DuckDbErrorKind KindOf(string message)
    {
        var end = message.IndexOf(" Error", StringComparison.Ordinal);
        return end > 0 && KindByPrefix.TryGetValue(message[..end], out var kind)
            || end > 0 && KindByPrefix.TryGetValue(message[..end].Replace(" ", "", StringComparison.Ordinal), out kind)
            ? kind
            : DuckDbErrorKind.None;
    }

    /// <summary>The exception for an error; an interrupt becomes an <see cref="OperationCanceledException"/>.</summary>
    internal static Exception Create(string? message, DuckDbErrorKind kind, string? statement, CancellationToken cancellation)
    {
        var text = string.IsNullOrWhiteSpace(message) ? "DuckDB failed and gave no message." : message.TrimEnd();
        if (kind == DuckDbErrorKind.None)
        {
            kind = KindOf(text);
        }
        return kind switch
        {
            DuckDbErrorKind.Interrupt => new OperationCanceledException("The statement was interrupted.", cancellation),
            DuckDbErrorKind.OutOfMemory or DuckDbErrorKind.IO or DuckDbErrorKind.Permission or DuckDbErrorKind.Network
                or DuckDbErrorKind.Http => new DuckDbResourceException(text, kind, statement),
            DuckDbErrorKind.OutOfRange or DuckDbErrorKind.Conversion or DuckDbErrorKind.UnknownType or DuckDbErrorKind.Decimal
                or DuckDbErrorKind.MismatchType or DuckDbErrorKind.DivideByZero or DuckDbErrorKind.ObjectSize
                or DuckDbErrorKind.InvalidType or DuckDbErrorKind.NotImplemented or DuckDbErrorKind.Expression
                or DuckDbErrorKind.Catalog or DuckDbErrorKind.Parser or DuckDbErrorKind.Constraint or DuckDbErrorKind.Syntax
                or DuckDbErrorKind.Settings or DuckDbErrorKind.Binder or DuckDbErrorKind.InvalidInput
                or DuckDbErrorKind.ParameterNotResolved or DuckDbErrorKind.ParameterNotAllowed or DuckDbErrorKind.Dependency
                or DuckDbErrorKind.MissingExtension or DuckDbErrorKind.Autoload or DuckDbErrorKind.Sequence
                or DuckDbErrorKind.InvalidConfiguration => new DuckDbSqlException(text, kind, statement),
            _ => new DuckDbException(text, kind, statement),
        };
    }
}
