using Recommender.Lake.Aws;
using Recommender.Lake.Errors;

namespace Recommender.Lake.S3;

/// <summary>Reads the bodies of answers, which the SDK's retries do not cover.</summary>
internal static class S3Body
{
    /// <summary>Reads a body to its end.</summary>
    /// <param name="body">The body.</param>
    /// <param name="at">What it is of, for the message.</param>
    /// <param name="expected">How many bytes it should have.</param>
    /// <param name="silence">How long it may bring no byte.</param>
    /// <param name="take">Takes the bytes, piece by piece, and where they begin in the body.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EnvironmentException">It broke off, was silent, or has another length.</exception>
    public static async Task ReadAsync(Stream body, S3Location at, long expected, TimeSpan silence, Func<ReadOnlyMemory<byte>, long, ValueTask> take, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var buffer = new byte[128 << 10];
        var done = 0L;
        while (true)
        {
            var read = await ReadSomeAsync(body, buffer, at, silence, patience, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            await take(buffer.AsMemory(0, read), done).ConfigureAwait(false);
            done += read;
        }

        if (done != expected)
        {
            throw new EnvironmentException($"S3 GetObject of {at} failed: {done} bytes came, not {expected}", new EndOfStreamException());
        }
    }

    private static async Task<int> ReadSomeAsync(Stream body, byte[] buffer, S3Location at, TimeSpan silence, CancellationTokenSource patience, CancellationToken cancellationToken)
    {
        try
        {
            patience.CancelAfter(silence);
            var read = await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
            patience.CancelAfter(Timeout.InfiniteTimeSpan);
            return read;
        }
        catch (Exception error) when (AwsFault.IsFault(error, cancellationToken))
        {
            throw AwsFault.Of($"S3 GetObject of {at}", error);
        }
    }
}
