using System.Runtime.InteropServices;
using System.Text;

namespace Recommender.Lake.DuckDb.Native;

/// <summary>
/// DuckDB's C API, as declared in its <c>duckdb.h</c>: one file per area, no logic.
/// A "state" return is 0 on success and 1 on error.
/// </summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = NativeLibraryLoader.ImportName;

    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, NativeLibraryLoader.Resolve);

    [LibraryImport(Library)]
    internal static partial void duckdb_free(void* memory);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_library_version();

    [LibraryImport(Library)]
    internal static partial ulong duckdb_vector_size();

    /// <summary>Copies a zero-terminated UTF-8 string; null stays null.</summary>
    internal static string? Text(byte* utf8) => utf8 == null ? null : Marshal.PtrToStringUTF8((nint)utf8);

    /// <summary>Copies a zero-terminated UTF-8 string and frees it.</summary>
    internal static string? TakeText(byte* utf8)
    {
        try
        {
            return Text(utf8);
        }
        finally
        {
            duckdb_free(utf8);
        }
    }

    /// <summary>Refuses text that would be cut short at a zero character on its way to C.</summary>
    internal static string WholeText(string text, string what) => text.Contains('\0')
        ? throw new ArgumentException($"{what} holds a zero character, which DuckDB's C API cannot take.", what)
        : text;

    internal static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
}
