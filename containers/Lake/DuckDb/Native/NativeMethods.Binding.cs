using System.Runtime.InteropServices;

namespace Recommender.Lake.DuckDb.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int duckdb_bind_boolean(PreparedHandle statement, ulong index, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_int32(PreparedHandle statement, ulong index, int value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_int64(PreparedHandle statement, ulong index, long value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_double(PreparedHandle statement, ulong index, double value);

    /// <summary>A date is days since 1970-01-01, alone in a struct: passed like its one field.</summary>
    [LibraryImport(Library)]
    internal static partial int duckdb_bind_date(PreparedHandle statement, ulong index, int days);

    /// <summary>A time is microseconds since midnight.</summary>
    [LibraryImport(Library)]
    internal static partial int duckdb_bind_time(PreparedHandle statement, ulong index, long micros);

    /// <summary>A timestamp is microseconds since 1970-01-01.</summary>
    [LibraryImport(Library)]
    internal static partial int duckdb_bind_timestamp(PreparedHandle statement, ulong index, long micros);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_timestamp_tz(PreparedHandle statement, ulong index, long micros);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_decimal(PreparedHandle statement, ulong index, NativeDecimal value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_varchar_length(PreparedHandle statement, ulong index, byte* utf8, ulong length);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_blob(PreparedHandle statement, ulong index, byte* data, ulong length);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_null(PreparedHandle statement, ulong index);
}
