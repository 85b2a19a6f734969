namespace Recommender.Ingest.Csv;

/// <summary>Cuts a stream into lines of bytes, with their numbers. A line ends at LF or CR LF; neither is part of it.</summary>
/// <param name="stream">The bytes; not disposed.</param>
public sealed class LineReader(Stream stream)
{
    private byte[] _buffer = new byte[1 << 20];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The number of the line read last; the first line is 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Whether the line read last ended with CR LF.</summary>
    public bool EndedWithCarriageReturn { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <param name="line">The line's bytes, valid until the next call.</param>
    /// <returns>False at the end of the stream.</returns>
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

    private ReadOnlySpan<byte> Take(int end, int next)
    {
        var line = _buffer.AsSpan(_start, end - _start);
        _start = next;
        LineNumber++;
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
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
        return moved;
    }
}
