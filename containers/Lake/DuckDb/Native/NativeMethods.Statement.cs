using System.Runtime.InteropServices;

namespace Recommender.Lake.DuckDb.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ulong duckdb_extract_statements(ConnectionHandle connection, string query, out nint statements);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_extract_statements_error(ExtractedHandle statements);

    [LibraryImport(Library)]
    internal static partial int duckdb_prepare_extracted_statement(ConnectionHandle connection, ExtractedHandle statements, ulong index, out nint statement);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_extracted(ref nint statements);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int duckdb_prepare(ConnectionHandle connection, string query, out nint statement);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_prepare_error(PreparedHandle statement);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_prepare(ref nint statement);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_nparams(PreparedHandle statement);

    [LibraryImport(Library)]
    internal static partial int duckdb_prepared_statement_type(PreparedHandle statement);

    [LibraryImport(Library)]
    internal static partial int duckdb_clear_bindings(PreparedHandle statement);

    [LibraryImport(Library)]
    internal static partial int duckdb_execute_prepared_streaming(PreparedHandle statement, NativeResult* result);
}
