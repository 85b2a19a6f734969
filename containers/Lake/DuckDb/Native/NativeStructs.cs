using System.Runtime.InteropServices;

namespace Recommender.Lake.DuckDb.Native;

/// <summary><c>duckdb_result</c>; its deprecated fields are only room.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    internal ulong DeprecatedColumnCount;
    internal ulong DeprecatedRowCount;
    internal ulong DeprecatedRowsChanged;
    internal nint DeprecatedColumns;
    internal nint DeprecatedErrorMessage;
    internal nint InternalData;
}

/// <summary><c>duckdb_query_progress_type</c>; the percentage is 0..100, or -1 where unknown.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeProgress
{
    internal double Percentage;
    internal ulong RowsProcessed;
    internal ulong TotalRows;
}

/// <summary><c>duckdb_decimal</c>: value / 10^scale.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeDecimal
{
    internal byte Width;
    internal byte Scale;
    internal ulong Lower;
    internal long Upper;
}

/// <summary>
/// <c>duckdb_string_t</c>, 16 bytes: a length, then up to 12 bytes of text in place;
/// longer text has a 4-byte prefix there and an address in the last 8 bytes.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeString
{
    internal const int InlineLength = 12;

    internal uint Length;
    internal fixed byte Inline[4];
    internal byte* Pointer;
}

/// <summary><c>duckdb_list_entry</c>: a row's slice of the child vector.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeListEntry
{
    internal ulong Offset;
    internal ulong Length;
}
