using System.Text;

namespace Recommender.AwsEmulator.Http;

/// <summary>An answer, before it is sent. Whoever sends it disposes of its body.</summary>
internal sealed class ServiceAnswer : IAsyncDisposable
{
    private ServiceAnswer(int status, string text, Stream body, long length)
    {
        (Status, Text, Body, Length) = (status, text, body, length);
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The body where it is text, for the log.</summary>
    public string Text { get; }

    /// <summary>The body.</summary>
    public Stream Body { get; }

    /// <summary>The body's bytes; for an answer to HEAD, those that GET would give.</summary>
    public long Length { get; }

    /// <summary>The headers beside the body's length.</summary>
    public Dictionary<string, string> Headers { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>An answer without a body.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="length">What Content-Length says: more than 0 only in an answer to HEAD.</param>
    public static ServiceAnswer Empty(int status, long length = 0) => new(status, "", Stream.Null, length);

    /// <summary>An answer that is text.</summary>
    public static ServiceAnswer Of(int status, string contentType, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(status, text, new MemoryStream(bytes), bytes.Length) { Headers = { ["Content-Type"] = contentType } };
    }

    /// <summary>An answer that is an object's bytes.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The stream, at the first byte to send.</param>
    /// <param name="length">The bytes to send.</param>
    public static ServiceAnswer Of(int status, Stream body, long length) => new(status, "", body, length);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Body.DisposeAsync();
}
