using System.IO.Compression;

namespace Recommender.Ingest.Csv;

/// <summary>
/// The text of a gzip file of one or more members, checked to its end. <see cref="GZipStream"/> alone takes a file that is cut
/// short for a whole one: it just ends early, and skips bytes that follow a member. So a member of our own is put behind the
/// file's last byte; only where it comes out whole did the file end with the end of a member.
/// </summary>
/// <param name="file">The file's bytes; disposed with this.</param>
internal sealed class GzipText(Stream file) : ForwardStream
{
    private const string Damaged = "the gzip file is damaged, cut short, or followed by other bytes";
    private static readonly byte[] Mark = [.. "end of gzip file \0\u0001\u0002 reached"u8];
    private static readonly byte[] MarkMember = Compress(Mark);

    private readonly GZipStream _text = new(new Followed(file, MarkMember), CompressionMode.Decompress);
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is damaged or cut short.</exception>
    public override int Read(Span<byte> buffer)
    {
        // The last bytes are held back: they may be the mark.
        while (_end - _start <= Mark.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            var read = Inflate(_buffer.AsSpan(_end));
            if (read == 0)
            {
                return _buffer.AsSpan(0, _end).SequenceEqual(Mark) ? 0 : throw new InvalidDataException(Damaged);
            }

            _end += read;
        }

        var given = Math.Min(buffer.Length, _end - _start - Mark.Length);
        _buffer.AsSpan(_start, given).CopyTo(buffer);
        _start += given;
        return given;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _text.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Compress(byte[] text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(text);
        }

        return bytes.ToArray();
    }

    private int Inflate(Span<byte> buffer)
    {
        try
        {
            return _text.Read(buffer);
        }
        catch (InvalidDataException error)
        {
            // Its message speaks of "the archive entry".
            throw new InvalidDataException(Damaged, error);
        }
    }

    /// <summary>A stream, then some bytes more.</summary>
    private sealed class Followed(Stream first, byte[] then) : ForwardStream
    {
        private int _given = -1;

        public override int Read(Span<byte> buffer)
        {
            var read = _given < 0 ? first.Read(buffer) : 0;
            if (read > 0 || buffer.IsEmpty)
            {
                return read;
            }

            _given = Math.Max(_given, 0);
            var more = Math.Min(buffer.Length, then.Length - _given);
            then.AsSpan(_given, more).CopyTo(buffer);
            _given += more;
            return more;
        }
    }
}
