using System.Runtime.InteropServices;

namespace Recommender.Lake.DuckDb.Native;

/// <summary>Owns a <c>duckdb_result</c> in native memory, so that its address never moves.</summary>
internal sealed unsafe class ResultHandle : SafeHandle
{
    internal ResultHandle() : base(0, ownsHandle: true) =>
        SetHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(NativeResult)));

    public override bool IsInvalid => handle == 0;

    /// <summary>The struct; valid only while this handle is not disposed.</summary>
    internal NativeResult* Value => (NativeResult*)handle;

    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_result(Value);
        NativeMemory.Free(Value);
        return true;
    }
}
