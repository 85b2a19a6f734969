using System.Text;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.S3.Bodies;

/// <summary>Reads lines and bytes from one stream.</summary>
internal sealed class LineReader(Stream stream)
{
    private const int LongestLine = 1 << 14;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _from;
    private int _to;

    /// <summary>Reads up to the end of a line (CR LF), which is not part of the answer.</summary>
    /// <exception cref="AwsFaultException">The stream ends within the line, or the line does not end.</exception>
    public async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine)
        {
            var next = (char)await ReadByteAsync(cancellationToken);
            if (next is '\n' && line.Length > 0 && line[^1] is '\r')
            {
                return line.ToString(0, line.Length - 1);
            }

            line.Append(next);
        }

        throw new AwsFaultException("IncompleteBody", "a line of the body's coding does not end");
    }

    /// <summary>Reads bytes.</summary>
    /// <exception cref="AwsFaultException">The stream ends before.</exception>
    public async Task<byte[]> ReadBytesAsync(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        var held = Math.Min(count, _to - _from);
        Array.Copy(_buffer, _from, bytes, 0, held);
        _from += held;
        while (held < count)
        {
            var read = await stream.ReadAsync(bytes.AsMemory(held), cancellationToken);
            held += read > 0 ? read : throw Ended();
        }

        return bytes;
    }

    /// <summary>Reads an empty line.</summary>
    /// <exception cref="AwsFaultException">Something else is there.</exception>
    public async Task ReadEndOfLineAsync(CancellationToken cancellationToken)
    {
        if (await ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            throw new AwsFaultException("IncompleteBody", $"'{line}' stands after a chunk's bytes");
        }
    }

    private async ValueTask<byte> ReadByteAsync(CancellationToken cancellationToken)
    {
        if (_from == _to)
        {
            (_from, _to) = (0, await stream.ReadAsync(_buffer, cancellationToken));
        }

        return _to > 0 ? _buffer[_from++] : throw Ended();
    }

    private static AwsFaultException Ended() => new("IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header.");
}
