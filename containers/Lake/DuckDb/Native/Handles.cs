using System.Runtime.InteropServices;

namespace Recommender.Lake.DuckDb.Native;

/// <summary>An address that one of DuckDB's destroy functions releases.</summary>
internal abstract class DuckDbHandle : SafeHandle
{
    protected DuckDbHandle(nint value) : base(0, ownsHandle: true) => SetHandle(value);

    public override bool IsInvalid => handle == 0;
}

internal sealed class ConfigHandle(nint value) : DuckDbHandle(value)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_config(ref handle);
        return true;
    }
}

internal sealed class DatabaseHandle(nint value) : DuckDbHandle(value)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_close(ref handle);
        return true;
    }
}

internal sealed class ConnectionHandle(nint value) : DuckDbHandle(value)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_disconnect(ref handle);
        return true;
    }
}

internal sealed class ExtractedHandle(nint value) : DuckDbHandle(value)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_extracted(ref handle);
        return true;
    }
}

internal sealed class PreparedHandle(nint value) : DuckDbHandle(value)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_prepare(ref handle);
        return true;
    }
}

internal sealed class LogicalTypeHandle(nint value) : DuckDbHandle(value)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_logical_type(ref handle);
        return true;
    }
}

internal sealed class ChunkHandle(nint value) : DuckDbHandle(value)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_data_chunk(ref handle);
        return true;
    }
}

internal sealed class AppenderHandle(nint value) : DuckDbHandle(value)
{
    protected override bool ReleaseHandle()
    {
        // Destroying would write what is buffered; only Complete may write.
        _ = NativeMethods.duckdb_appender_clear(handle);
        _ = NativeMethods.duckdb_appender_destroy(ref handle);
        return true;
    }
}
