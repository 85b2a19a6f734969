using System.Runtime.CompilerServices;

namespace Recommender.Ingest.Generation;

/// <summary>
/// A growing UTF-8 buffer of CSV lines of numbers.
/// </summary>
internal sealed class Utf8Lines
{
    private const int Room = 32;
    private byte[] bytes = new byte[1 << 16];
    private int length;

    /// <summary>Finished lines.</summary>
    internal int Lines { get; private set; }

    internal ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    internal void Add(long value)
    {
        EnsureRoom();
        value.TryFormat(bytes.AsSpan(length), out var written, provider: null);
        length += written;
    }

    /// <summary>Two digits, as the original writes hours.</summary>
    internal void AddTwoDigits(int value)
    {
        AddByte((byte)('0' + (value / 10)));
        AddByte((byte)('0' + (value % 10)));
    }

    internal void Add(ReadOnlySpan<byte> text)
    {
        EnsureRoom();
        text.CopyTo(bytes.AsSpan(length));
        length += text.Length;
    }

    internal void Comma() => AddByte((byte)',');

    internal void EndLine()
    {
        AddByte((byte)'\n');
        Lines++;
    }

    internal void Clear() => (length, Lines) = (0, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddByte(byte value)
    {
        EnsureRoom();
        bytes[length++] = value;
    }

    private void EnsureRoom()
    {
        if (bytes.Length - length < Room)
        {
            Array.Resize(ref bytes, bytes.Length * 2);
        }
    }
}
