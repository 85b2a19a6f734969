using System.Runtime.CompilerServices;
using System.Text;
using Recommender.Lake.DuckDb.Native;
using static Recommender.Lake.DuckDb.Native.NativeMethods;

namespace Recommender.Lake.DuckDb;

/// <summary>
/// Some rows of a result (2,048 at most), column by column, in DuckDB's own memory. Valid until the result's next chunk
/// is read or the result is disposed; then it throws, but spans taken from it dangle.
/// </summary>
public sealed unsafe class DuckDbChunk
{
    private readonly ChunkHandle _handle;
    private readonly TypeInfo[] _types;
    private readonly VectorView[] _vectors;

    internal DuckDbChunk(ChunkHandle handle, int count, TypeInfo[] types, VectorView[] vectors)
    {
        _handle = handle;
        _types = types;
        _vectors = vectors;
        Count = count;
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = new VectorView(duckdb_data_chunk_get_vector(handle, (ulong)i));
        }
    }

    /// <summary>Number of rows, 1 or more.</summary>
    public int Count { get; }

    /// <summary>
    /// A column's values. NULLs have any value: see <see cref="IsNull"/>. T is the type's own: bool, the integers (Int128 for
    /// HUGEINT), float, double; int for DATE (days since 1970-01-01); long for TIMESTAMPs (in their unit, since then) and TIME
    /// (µs); <see cref="DuckDbInterval"/>; short, int, long or Int128 for a DECIMAL of up to 4, 9, 18, 38 digits (× 10^scale);
    /// byte, ushort or uint for an ENUM's numbers.
    /// </summary>
    /// <exception cref="InvalidCastException">The column does not hold T.</exception>
    public ReadOnlySpan<T> Column<T>(int column)
        where T : unmanaged
    {
        ref readonly var vector = ref View(column);
        SpanTypes.Check<T>(_types[column], column);
        return new ReadOnlySpan<T>(vector.Data, Count);
    }

    /// <summary>Whether a value is NULL.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNull(int column, int row) => View(column).IsNull(Checked(row));

    /// <summary>Whether a column has any NULL in this chunk.</summary>
    public bool HasNulls(int column) => View(column).HasNulls(Count);

    /// <summary>A VARCHAR or ENUM value; "" where NULL.</summary>
    /// <exception cref="InvalidCastException">The column is neither.</exception>
    public string GetString(int column, int row)
    {
        if (_types[column].Type == DuckDbType.Enum)
        {
            return (string?)GetValue(column, row) ?? "";
        }
        return Encoding.UTF8.GetString(GetUtf8(column, row));
    }

    /// <summary>The bytes of a VARCHAR, BLOB or BIT value, in place; empty where NULL.</summary>
    /// <exception cref="InvalidCastException">The column is none of these.</exception>
    public ReadOnlySpan<byte> GetUtf8(int column, int row)
    {
        ref readonly var vector = ref View(column);
        if (_types[column].Type is not (DuckDbType.Varchar or DuckDbType.Blob or DuckDbType.Bit))
        {
            throw new InvalidCastException($"Column {column} is of type {_types[column].Type}, not text or bytes.");
        }
        return vector.IsNull(Checked(row)) ? [] : vector.Bytes(row);
    }

    /// <summary>
    /// A value, boxed; null for NULL. HUGEINT gives BigInteger, DATE DateOnly, TIME TimeOnly, TIMESTAMPs DateTime (rounded down
    /// to 100 ns; UTC for one with a time zone), BLOB byte[], BIT a string of 0 and 1, UUID Guid, LIST and ARRAY object?[],
    /// STRUCT Dictionary&lt;string, object?&gt;, MAP Dictionary&lt;object, object?&gt;, UNION its member's value.
    /// </summary>
    /// <exception cref="OverflowException">A DECIMAL, DATE or TIMESTAMP beyond what the .NET type holds.</exception>
    /// <exception cref="NotSupportedException">A type not listed, such as VARIANT: cast it in the query.</exception>
    public object? GetValue(int column, int row)
    {
        ref readonly var vector = ref View(column);
        return ValueReader.Read(vector, _types[column], Checked(row));
    }

    internal void Release() => _handle.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly VectorView View(int column)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        return ref _vectors[column];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Checked(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
        return row;
    }
}
