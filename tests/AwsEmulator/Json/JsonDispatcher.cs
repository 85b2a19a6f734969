using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Signing;

namespace Recommender.AwsEmulator.Json;

/// <summary>AWS's JSON protocol: X-Amz-Target names service and operation, bodies are JSON objects.</summary>
internal sealed class JsonDispatcher(IReadOnlyList<IJsonService> services, SignatureVerifier signatures) : IProtocol
{
    /// <inheritdoc/>
    public async Task<ServiceCall> ReadAsync(EmulatorRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(cancellationToken);
        JsonSignatures.Verify(signatures, request, body);
        var target = request.Header("X-Amz-Target") ?? "";
        var dot = target.LastIndexOf('.');
        var service = services.FirstOrDefault(service => service.Target == target[..Math.Max(0, dot)])
            ?? throw new AwsFaultException("UnknownOperationException", $"no service has the target {target}");
        var operation = target[(dot + 1)..];
        return new(service.Name, operation, "", body, async cancellation =>
        {
            var answer = await service.InvokeAsync(operation, Parse(body), cancellation);
            return ServiceAnswer.Of(200, $"application/x-amz-json-{service.Version}", answer.ToJsonString());
        });
    }

    /// <inheritdoc/>
    public ServiceAnswer Refuse(EmulatorRequest request, AwsFaultException fault)
    {
        var body = new JsonObject { ["__type"] = fault.Code, ["message"] = fault.Message };
        foreach (var (name, value) in fault.Details)
        {
            body[name] = value;
        }

        var answer = ServiceAnswer.Of(fault.Status, "application/x-amz-json-1.1", body.ToJsonString());
        answer.Headers["x-amzn-RequestId"] = request.Id;
        return answer;
    }

    /// <inheritdoc/>
    public AwsFaultException Throttled(ServiceCall call) => new("ThrottlingException", "Rate exceeded");

    /// <inheritdoc/>
    public AwsFaultException Conflicted(ServiceCall call) => new("ConcurrentModificationException", "Concurrent modification was detected");

    /// <inheritdoc/>
    public AwsFaultException Broken(ServiceCall? call) => new("InternalServerException", "An internal error occurred", 500);

    private static JsonObject Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? throw new AwsFaultException("SerializationException", "the body is no JSON object");
        }
        catch (JsonException wrong)
        {
            throw new AwsFaultException("SerializationException", wrong.Message);
        }
    }
}
