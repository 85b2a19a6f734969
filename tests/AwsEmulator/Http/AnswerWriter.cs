using Microsoft.AspNetCore.Http;
using Recommender.AwsEmulator.Faults;

namespace Recommender.AwsEmulator.Http;

/// <summary>Sends an answer, whole, slowly or in part.</summary>
internal sealed class AnswerWriter(EmulatorRequest request)
{
    // A slow answer comes in this many pieces with a pause before each.
    private const int SlowPieces = 20;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Sends it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="fault">What goes wrong with it; only faults of bodies matter here.</param>
    /// <param name="cancellationToken">The client went away.</param>
    public async Task WriteAsync(ServiceAnswer answer, FaultKind? fault, CancellationToken cancellationToken)
    {
        var response = request.Context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Status is not StatusCodes.Status204NoContent and not StatusCodes.Status304NotModified)
        {
            response.ContentLength = answer.Length;
        }

        if (HttpMethods.IsHead(request.Method))
        {
            return;
        }

        try
        {
            var whole = fault is FaultKind.TruncateBody ? answer.Length / 2 : answer.Length;
            var piece = fault is FaultKind.SlowBody ? Math.Max(1, whole / SlowPieces) : 1 << 16;
            await CopyAsync(answer.Body, response.Body, whole, piece, fault is FaultKind.SlowBody ? _pause : TimeSpan.Zero, cancellationToken);

            // Where half was sent, the server closes the connection behind it: to abort would take back bytes that are still under way.
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            request.Context.Abort();
        }
    }

    private static async Task CopyAsync(Stream from, Stream to, long bytes, long piece, TimeSpan pause, CancellationToken cancellationToken)
    {
        var buffer = new byte[(int)Math.Min(Math.Max(1, bytes), Math.Min(piece, 1 << 20))];
        while (bytes > 0)
        {
            await Task.Delay(pause, cancellationToken);
            var read = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, bytes)), cancellationToken);
            if (read == 0)
            {
                throw new IOException("the body is shorter than it was said to be");
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            await to.FlushAsync(cancellationToken);
            bytes -= read;
        }
    }
}
