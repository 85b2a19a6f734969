using System.Runtime.InteropServices;

namespace Recommender.Lake.DuckDb.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_result(NativeResult* result);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_result_error(NativeResult* result);

    [LibraryImport(Library)]
    internal static partial DuckDbErrorKind duckdb_result_error_type(NativeResult* result);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_column_count(NativeResult* result);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_column_name(NativeResult* result, ulong column);

    [LibraryImport(Library)]
    internal static partial nint duckdb_column_logical_type(NativeResult* result, ulong column);

    /// <summary>1: a count of changed rows; 2: nothing; 3: a query's rows.</summary>
    [LibraryImport(Library)]
    internal static partial int duckdb_result_return_type(NativeResult result);

    [LibraryImport(Library)]
    internal static partial nint duckdb_fetch_chunk(NativeResult result);
}
