using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Recommender.AwsEmulator.Faults;

namespace Recommender.AwsEmulator.Http;

/// <summary>One request and its answer, with what goes wrong between.</summary>
internal sealed class Exchange(EmulatorState state, RequestLog log, EmulatorRequest request, IProtocol protocol)
{
    private ServiceCall? _call;
    private FaultRule? _fault;

    /// <summary>Does what the request asks, and answers.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var answer = await AnswerAsync(cancellationToken);
        if (answer is null || _fault?.Kind is FaultKind.TearAfter)
        {
            Record(status: 0, answer: null);
            request.Context.Abort();
            return;
        }

        Record(answer.Status, answer);
        await new AnswerWriter(request).WriteAsync(answer, _fault?.Kind, cancellationToken);
    }

    // Null where the connection is to be broken without an answer.
    private async Task<ServiceAnswer?> AnswerAsync(CancellationToken cancellationToken)
    {
        try
        {
            _call = await protocol.ReadAsync(request, cancellationToken);
            _fault = state.Faults.Next(_call.Service, _call.Operation, _call.MatchedText);
            switch (_fault?.Kind)
            {
                case FaultKind.Throttle:
                    return protocol.Refuse(request, protocol.Throttled(_call));
                case FaultKind.ServerError:
                    return protocol.Refuse(request, protocol.Broken(_call));
                case FaultKind.Conflict:
                    return protocol.Refuse(request, protocol.Conflicted(_call));
                case FaultKind.TearBefore:
                    return null;
                case FaultKind.Hang:
                    await HangAsync(cancellationToken);
                    return null;
                default:
                    return await _call.Work(cancellationToken);
            }
        }
        catch (AwsFaultException fault)
        {
            return protocol.Refuse(request, fault);
        }
        catch (Exception gone) when (gone is ConnectionResetException || (cancellationToken.IsCancellationRequested && gone is OperationCanceledException or IOException or BadHttpRequestException))
        {
            return null;
        }
        catch (BadHttpRequestException broken)
        {
            return protocol.Refuse(request, new AwsFaultException("IncompleteBody", broken.Message));
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // A test must see that the emulator broke, and where.
            await Console.Error.WriteLineAsync($"the emulator failed at {_call?.Operation} {request.Target}: {bug}");
            return protocol.Refuse(request, new AwsFaultException(protocol.Broken(_call).Code, $"the emulator failed: {bug.Message}", StatusCodes.Status500InternalServerError));
        }
    }

    // The server sees that the client has gone only while it reads.
    private async Task HangAsync(CancellationToken cancellationToken)
    {
        try
        {
            await request.Context.Request.Body.CopyToAsync(Stream.Null, cancellationToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The client has gone, which is what was waited for.
        }
    }

    private void Record(int status, ServiceAnswer? answer) => log.Add(new(
        request.Id,
        _call?.Service ?? "",
        _call?.Operation ?? "",
        _call?.Subject ?? "",
        request.Target,
        _call?.Body ?? "",
        status,
        answer?.Text ?? "",
        request.Context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        answer?.Headers ?? [],
        _fault?.Kind));
}
