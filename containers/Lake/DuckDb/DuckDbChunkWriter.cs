using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Recommender.Lake.DuckDb.Native;
using static Recommender.Lake.DuckDb.Native.NativeMethods;

namespace Recommender.Lake.DuckDb;

/// <summary>
/// A chunk of rows being written, column by column, into DuckDB's own memory. Spans from it are valid until
/// <see cref="Commit"/>.
/// </summary>
public sealed unsafe class DuckDbChunkWriter
{
    private const int StackBytes = 512;
    private const int MaxUtf8BytesPerChar = 3;

    private readonly DuckDbAppender _appender;
    private readonly ChunkHandle _chunk;
    private readonly TypeInfo[] _types;
    private readonly VectorView[] _vectors;
    private readonly nint[] _validity;
    private bool _open;

    /// <summary>Writes into a chunk that the appender owns.</summary>
    internal DuckDbChunkWriter(DuckDbAppender appender, ChunkHandle chunk, TypeInfo[] types)
    {
        _appender = appender;
        _chunk = chunk;
        _types = types;
        _vectors = new VectorView[types.Length];
        _validity = new nint[types.Length];
        Capacity = (int)duckdb_vector_size();
    }

    /// <summary>Most rows of the chunk (2,048).</summary>
    public int Capacity { get; }

    /// <summary>Columns of the table.</summary>
    public int ColumnCount => _types.Length;

    /// <summary>A column's values, <see cref="Capacity"/> of them, to be written. T is as in <see cref="DuckDbChunk.Column{T}"/>.</summary>
    /// <exception cref="InvalidCastException">The column does not hold T.</exception>
    public Span<T> Column<T>(int column)
        where T : unmanaged
    {
        ref readonly var vector = ref View(column);
        SpanTypes.Check<T>(_types[column], column);
        return new Span<T>(vector.Data, Capacity);
    }

    /// <summary>Sets a VARCHAR.</summary>
    /// <exception cref="EncoderFallbackException">The text holds half a surrogate pair.</exception>
    public void SetString(int column, int row, ReadOnlySpan<char> text)
    {
        var most = text.Length * MaxUtf8BytesPerChar;
        var rented = most > StackBytes ? ArrayPool<byte>.Shared.Rent(most) : null;
        try
        {
            var buffer = rented ?? stackalloc byte[StackBytes];
            var length = Utf8.GetBytes(text, buffer);
            Assign(Text(column), row, buffer[..length]);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    /// <summary>Sets a VARCHAR from UTF-8, or a BLOB from bytes.</summary>
    /// <exception cref="ArgumentException">The column is a VARCHAR and the bytes are not UTF-8.</exception>
    public void SetString(int column, int row, ReadOnlySpan<byte> utf8)
    {
        ref readonly var vector = ref Text(column);
        if (_types[column].Type == DuckDbType.Varchar && !System.Text.Unicode.Utf8.IsValid(utf8))
        {
            throw new ArgumentException($"Column {column}, row {row}: the bytes are not UTF-8.", nameof(utf8));
        }
        Assign(vector, row, utf8);
    }

    /// <summary>Makes a value NULL.</summary>
    public void SetNull(int column, int row)
    {
        ref readonly var vector = ref View(column);
        var validity = (ulong*)_validity[column];
        if (validity == null)
        {
            duckdb_vector_ensure_validity_writable(vector.Vector);
            validity = duckdb_vector_get_validity(vector.Vector);
            _validity[column] = (nint)validity;
        }
        validity[Checked(row) >> 6] &= ~(1UL << (row & 63));
    }

    /// <summary>Takes back a <see cref="SetNull"/>.</summary>
    internal void SetValid(int column, int row)
    {
        var validity = (ulong*)_validity[column];
        if (validity != null)
        {
            validity[row >> 6] |= 1UL << (row & 63);
        }
    }

    /// <summary>Appends the first <paramref name="rowCount"/> rows, and ends the chunk.</summary>
    /// <exception cref="DuckDbException">DuckDB refuses them; the appender has failed.</exception>
    public void Commit(int rowCount)
    {
        View(0);
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rowCount, Capacity);
        CheckEnums(rowCount);
        _open = false;
        if (rowCount > 0)
        {
            duckdb_data_chunk_set_size(_chunk, (ulong)rowCount);
            _appender.Append(_chunk);
        }
    }

    internal TypeInfo Type(int column) => _types[column];

    /// <summary>Writes a value whose layout the caller vouches for.</summary>
    internal void Raw(int column, int row, UInt128 value) => ((UInt128*)View(column).Data)[Checked(row)] = value;

    internal void Begin()
    {
        duckdb_data_chunk_reset(_chunk);
        for (var i = 0; i < _vectors.Length; i++)
        {
            _vectors[i] = new VectorView(duckdb_data_chunk_get_vector(_chunk, (ulong)i));
            // A text left as it was would be an address into memory that is gone.
            NativeMemory.Clear(_vectors[i].Data, (nuint)(Capacity * _types[i].ValueSize));
        }
        Array.Clear(_validity);
        _open = true;
    }

    /// <summary>A number beyond the ENUM's values would make DuckDB read past its dictionary.</summary>
    private void CheckEnums(int rowCount)
    {
        for (var i = 0; i < _types.Length; i++)
        {
            if (_types[i].Type == DuckDbType.Enum)
            {
                EnumCheck.Run(_types[i], _vectors[i], i, rowCount);
            }
        }
    }

    private ref readonly VectorView Text(int column)
    {
        ref readonly var vector = ref View(column);
        if (_types[column].Type is not (DuckDbType.Varchar or DuckDbType.Blob))
        {
            throw new InvalidCastException($"Column {column} is of type {_types[column].Type}, not text or bytes.");
        }
        return ref vector;
    }

    private void Assign(in VectorView vector, int row, ReadOnlySpan<byte> bytes)
    {
        Checked(row);
        if (bytes.Length <= NativeString.InlineLength)
        {
            // What is short lies in the value itself: no call needed. The rest of it must be zero to compare equal.
            var value = (NativeString*)vector.Data + row;
            *value = default;
            value->Length = (uint)bytes.Length;
            bytes.CopyTo(new Span<byte>((byte*)value + sizeof(uint), NativeString.InlineLength));
            return;
        }
        fixed (byte* text = bytes)
        {
            duckdb_unsafe_vector_assign_string_element_len(vector.Vector, (ulong)row, text, (ulong)bytes.Length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly VectorView View(int column)
    {
        ObjectDisposedException.ThrowIf(_chunk.IsClosed, this);
        if (!_open)
        {
            throw new InvalidOperationException("No chunk is open: call NextChunk first.");
        }
        return ref _vectors[column];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Checked(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Capacity, nameof(row));
        return row;
    }
}
