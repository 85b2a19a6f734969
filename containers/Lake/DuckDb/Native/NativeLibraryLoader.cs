using System.Reflection;
using System.Runtime.InteropServices;

namespace Recommender.Lake.DuckDb.Native;

/// <summary>Finds and loads DuckDB's native library, once per process.</summary>
internal static class NativeLibraryLoader
{
    /// <summary>The name the bindings import; resolved here to a file.</summary>
    internal const string ImportName = "duckdb";

    /// <summary>Environment variable that names another library file.</summary>
    internal const string PathVariable = "DUCKDB_LIBRARY";

    private static readonly Lock Gate = new();
    private static nint _handle;

    /// <summary>The library's file name on this operating system.</summary>
    internal static string FileName =>
        OperatingSystem.IsWindows() ? "duckdb.dll"
        : OperatingSystem.IsMacOS() ? "libduckdb.dylib"
        : "libduckdb.so";

    /// <summary>Loads the library if it is not loaded yet.</summary>
    /// <exception cref="DuckDbLibraryException">It is missing, or is no DuckDB library.</exception>
    internal static nint EnsureLoaded()
    {
        lock (Gate)
        {
            // A failure is not remembered: a caller may mend the environment and try again.
            if (_handle == 0)
            {
                _handle = Load(Environment.GetEnvironmentVariable(PathVariable), AppContext.BaseDirectory);
            }
            return _handle;
        }
    }

    /// <summary>Loads <paramref name="overridePath"/>, or else the library in <paramref name="directory"/>.</summary>
    internal static nint Load(string? overridePath, string directory)
    {
        var overridden = !string.IsNullOrWhiteSpace(overridePath);
        var path = overridden ? Path.GetFullPath(overridePath!) : Path.Combine(directory, FileName);
        var origin = overridden ? $" (from the environment variable {PathVariable})" : "";
        if (!File.Exists(path))
        {
            var remedy = overridden
                ? $"Point {PathVariable} at the library's file, or unset it."
                : $"Build the program again, which puts it there, or set {PathVariable} to its path.";
            throw new DuckDbLibraryException($"DuckDB's native library is not at '{path}'{origin}. {remedy}", path);
        }
        nint handle;
        try
        {
            handle = NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new DuckDbLibraryException($"'{path}'{origin} cannot be loaded as DuckDB's native library: {LastLine(e.Message)}", path, e);
        }
        if (!NativeLibrary.TryGetExport(handle, "duckdb_library_version", out _))
        {
            NativeLibrary.Free(handle);
            throw new DuckDbLibraryException($"'{path}'{origin} is a library, but not DuckDB's: it has no 'duckdb_library_version'.", path);
        }
        return handle;
    }

    /// <summary>The loader's own words: .NET puts general advice in the lines before.</summary>
    private static string LastLine(string message) => message.Trim().Split('\n')[^1];

    /// <summary>The resolver that <see cref="NativeMethods"/> registers.</summary>
    internal static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == ImportName ? EnsureLoaded() : 0;
}
