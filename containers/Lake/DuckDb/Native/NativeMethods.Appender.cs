using System.Runtime.InteropServices;

namespace Recommender.Lake.DuckDb.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int duckdb_appender_create_ext(ConnectionHandle connection, string? catalog, string? schema, string table, out nint appender);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_appender_column_count(AppenderHandle appender);

    [LibraryImport(Library)]
    internal static partial nint duckdb_appender_column_type(AppenderHandle appender, ulong column);

    [LibraryImport(Library)]
    internal static partial int duckdb_append_data_chunk(AppenderHandle appender, ChunkHandle chunk);

    [LibraryImport(Library)]
    internal static partial int duckdb_appender_close(AppenderHandle appender);

    /// <summary>Forgets what is buffered: without it, destroying an appender writes the rest.</summary>
    [LibraryImport(Library)]
    internal static partial int duckdb_appender_clear(nint appender);

    [LibraryImport(Library)]
    internal static partial int duckdb_appender_destroy(ref nint appender);

    [LibraryImport(Library)]
    internal static partial nint duckdb_appender_error_data(AppenderHandle appender);

    [LibraryImport(Library)]
    internal static partial DuckDbErrorKind duckdb_error_data_error_type(nint error);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_error_data_message(nint error);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_error_data(ref nint error);
}
