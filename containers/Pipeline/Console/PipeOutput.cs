using Microsoft.Win32.SafeHandles;

namespace Recommender.Pipeline.Console;

/// <summary>
/// The process's output. .NET's own stream goes on silently when the reader of a pipe has gone; this one throws
/// <see cref="ReaderGoneException"/>, so that a long query ends.
/// </summary>
/// <param name="pipe">The pipe.</param>
internal sealed class PipeOutput(Stream pipe) : Stream
{
    private const int StandardOutput = 1;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens the process's output, whatever it is.</summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows() || !System.Console.IsOutputRedirected)
        {
            return System.Console.OpenStandardOutput();
        }

        var file = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);

        // A file may be shared with the error stream: only the console's own stream writes at the place both have reached.
        return file.CanSeek ? System.Console.OpenStandardOutput() : new PipeOutput(file);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            pipe.Write(buffer);
        }
        catch (IOException error)
        {
            throw new ReaderGoneException(error);
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            pipe.Dispose();
        }

        base.Dispose(disposing);
    }
}
