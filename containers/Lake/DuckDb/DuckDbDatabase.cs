using System.Globalization;
using Recommender.Lake.DuckDb.Native;
using static Recommender.Lake.DuckDb.Native.NativeMethods;

namespace Recommender.Lake.DuckDb;

/// <summary>
/// An open DuckDB database. Connections made from it keep it open: disposing it first is harmless, and the file is
/// released when the last of them is disposed.
/// </summary>
public sealed unsafe class DuckDbDatabase : IDisposable
{
    private readonly DatabaseHandle _handle;

    private DuckDbDatabase(DatabaseHandle handle) => _handle = handle;

    /// <summary>The native library's version, such as <c>v1.5.5</c>.</summary>
    /// <exception cref="DuckDbLibraryException">The library cannot be loaded.</exception>
    public static string LibraryVersion
    {
        get
        {
            NativeLibraryLoader.EnsureLoaded();
            return Text(duckdb_library_version())!;
        }
    }

    /// <summary>Opens a database file, made if it does not exist, or a database in memory.</summary>
    /// <param name="path">The file; null for a database in memory that goes with its last connection.</param>
    /// <param name="options">How to open it.</param>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    /// <exception cref="DuckDbLibraryException">The native library cannot be loaded.</exception>
    /// <exception cref="DuckDbException">DuckDB cannot open the file, or refuses an option.</exception>
    public static DuckDbDatabase Open(string? path, DuckDbOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        if (path is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(path);
            WholeText(path, nameof(path));
        }
        NativeLibraryLoader.EnsureLoaded();
        using var config = CreateConfig(options);
        var state = duckdb_open_ext(path, out var database, config, out var error);
        var handle = new DatabaseHandle(database);
        var message = TakeText(error);
        if (state == 0)
        {
            return new DuckDbDatabase(handle);
        }
        handle.Dispose();
        throw DuckDbErrors.Create(message, DuckDbErrorKind.None, null, CancellationToken.None);
    }

    /// <summary>Opens a connection: one statement at a time; further connections run beside it.</summary>
    /// <exception cref="ObjectDisposedException">The database is disposed.</exception>
    public DuckDbConnection Connect()
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        var state = duckdb_connect(_handle, out var connection);
        var handle = new ConnectionHandle(connection);
        if (state != 0)
        {
            handle.Dispose();
            throw new DuckDbException("DuckDB could not open a connection.", DuckDbErrorKind.Connection);
        }
        return DuckDbConnection.Start(handle);
    }

    /// <summary>Lets go of the database. Connections stay usable.</summary>
    public void Dispose() => _handle.Dispose();

    private static ConfigHandle CreateConfig(DuckDbOptions options)
    {
        var state = duckdb_create_config(out var created);
        var config = new ConfigHandle(created);
        try
        {
            if (state != 0)
            {
                throw new DuckDbResourceException("DuckDB could not allocate its configuration.", DuckDbErrorKind.OutOfMemory);
            }
            // Nothing is ever fetched from the network behind the caller's back.
            Set(config, "autoinstall_known_extensions", "false");
            Set(config, "autoload_known_extensions", "false");
            Set(config, "preserve_insertion_order", options.PreserveInsertionOrder ? "true" : "false");
            Set(config, "memory_limit", options.MemoryLimitBytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes}B") : null);
            Set(config, "threads", options.Threads?.ToString(CultureInfo.InvariantCulture));
            Set(config, "temp_directory", options.TempDirectory);
            return config;
        }
        catch
        {
            config.Dispose();
            throw;
        }
    }

    private static void Set(ConfigHandle config, string name, string? value)
    {
        if (value is not null && duckdb_set_config(config, name, value) != 0)
        {
            throw new DuckDbSqlException($"DuckDB does not take {name} = '{value}'.", DuckDbErrorKind.Settings);
        }
    }
}
