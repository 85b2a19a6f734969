using System.Runtime.CompilerServices;
using Recommender.Lake.DuckDb.Native;
using static Recommender.Lake.DuckDb.Native.NativeMethods;

namespace Recommender.Lake.DuckDb;

/// <summary>Where a vector's values and its bits "is not NULL" are, in native memory.</summary>
internal readonly unsafe struct VectorView
{
    private readonly nint _vector;
    private readonly byte* _data;
    private readonly ulong* _validity;

    internal VectorView(nint vector)
    {
        _vector = vector;
        _data = duckdb_vector_get_data(vector);
        _validity = duckdb_vector_get_validity(vector);
    }

    internal nint Vector => _vector;

    internal byte* Data => _data;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsNull(long row) => _validity != null && (_validity[row >> 6] >> (int)(row & 63) & 1) == 0;

    internal bool HasNulls(int count)
    {
        if (_validity == null)
        {
            return false;
        }
        var whole = count >> 6;
        for (var i = 0; i < whole; i++)
        {
            if (_validity[i] != ulong.MaxValue)
            {
                return true;
            }
        }
        var rest = (1UL << (count & 63)) - 1;
        return rest != 0 && (_validity[whole] & rest) != rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T Value<T>(long row)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(_data + row * sizeof(T));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Bytes(long row)
    {
        var text = (NativeString*)_data + row;
        var length = (int)text->Length;
        return length <= NativeString.InlineLength
            ? new ReadOnlySpan<byte>((byte*)text + sizeof(uint), length)
            : new ReadOnlySpan<byte>(text->Pointer, length);
    }
}
