namespace Recommender.Ingest.Csv;

/// <summary>
/// Cuts a stream into lines of bytes, with their numbers. A line ends at LF or CR LF, or with the stream (where a CR may still
/// stand before the end); none of these is part of it.
/// </summary>
/// <param name="stream">The bytes; not disposed.</param>
internal sealed class LineReader(Stream stream)
{
    /// <summary>The longest line that is read, with its end: 64 MiB. It is rather a file of another kind than a line.</summary>
    public const int LongestLine = 64 << 20;

    private byte[] _buffer = new byte[1 << 20];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The number of the line read last; the first line is 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Whether a CR stood at the end of the line read last.</summary>
    public bool EndedWithCarriageReturn { get; private set; }

    /// <summary>Whether the line read last ended with LF; false only for a last line that the stream cuts off.</summary>
    public bool EndedWithLineFeed { get; private set; }

    /// <summary>The bytes read ahead; they start with the next line.</summary>
    internal ReadOnlySpan<byte> ReadAhead => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Reads the next line.</summary>
    /// <param name="line">The line's bytes, valid until the next call.</param>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">A line is longer than <see cref="LongestLine"/>.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        for (var searched = _start; ;)
        {
            var feed = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                line = Take(searched + feed, searched + feed + 1);
                return true;
            }

            searched = _end;
            if (_ended)
            {
                var more = _start < _end;
                line = more ? Take(_end, _end) : default;
                return more;
            }

            searched -= Fill();
        }
    }

    /// <summary>Skips whole lines of <see cref="ReadAhead"/>.</summary>
    internal void Skip(int bytes, long lines)
    {
        _start += bytes;
        LineNumber += lines;
    }

    private ReadOnlySpan<byte> Take(int end, int next)
    {
        var line = _buffer.AsSpan(_start, end - _start);
        _start = next;
        LineNumber++;
        EndedWithLineFeed = next > end;
        EndedWithCarriageReturn = line.Length > 0 && line[^1] == '\r';
        return EndedWithCarriageReturn ? line[..^1] : line;
    }

    /// <summary>Reads more bytes behind those at hand.</summary>
    /// <returns>By how much the bytes at hand moved towards the front.</returns>
    private int Fill()
    {
        var moved = _start;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= LongestLine)
            {
                throw new InvalidDataException($"line {LineNumber + 1} is longer than {LongestLine >> 20} MiB; is it a CSV file?");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
        return moved;
    }
}
