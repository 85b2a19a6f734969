using Microsoft.AspNetCore.Http;
using Recommender.AwsEmulator.Json;
using Recommender.AwsEmulator.S3;
using Recommender.AwsEmulator.Signing;
using Recommender.AwsEmulator.Sts;

namespace Recommender.AwsEmulator.Http;

/// <summary>Gives each request to the service it is for.</summary>
internal sealed class RequestDispatcher(EmulatorState state, RequestLog log, IReadOnlyList<IJsonService> services)
{
    private readonly ControlEndpoints _control = new(state, log);
    private readonly JsonDispatcher _json = new(services, state.Signatures);
    private readonly StsProtocol _sts = new(state);
    private readonly S3Dispatcher _s3 = new(state);

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var request = EmulatorRequest.Read(context);
        if (request.Path.StartsWith(ControlEndpoints.Prefix, StringComparison.Ordinal))
        {
            await _control.HandleAsync(request, context.RequestAborted);
            return;
        }

        await new Exchange(state, log, request, ProtocolOf(request)).RunAsync(context.RequestAborted);
    }

    private IProtocol ProtocolOf(EmulatorRequest request) => request.Header("X-Amz-Target") is not null ? _json
        : StsProtocol.IsFor(request) ? _sts
        : SignedRequest.ServiceOf(request) is null or "s3" ? _s3
        : _json;
}
