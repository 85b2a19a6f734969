using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Http;

namespace Recommender.Emulator.Tests.Models;

/// <summary>Holds what went over the wire to the services' models. A request that was refused may be wrong on purpose: of it only the answer counts.</summary>
public static class WireCheck
{
    /// <summary>What the services have got since the model of 2022, with the year; checked against the SDK's current reference by hand.</summary>
    public static IReadOnlySet<string> Newer { get; } = new HashSet<string>
    {
        // 2023: idempotency of RunTask.
        "RunTaskRequest.clientToken",
    };

    // 2023, as above: refused with a token that stands for another call.
    private static readonly HashSet<string> _newerErrors = ["RunTask ConflictException"];

    // Any operation may give these (API references, "Common errors").
    private static readonly HashSet<string> _commonErrors = ["ThrottlingException", "InternalServerException", "UnknownOperationException", "SerializationException"];

    /// <summary>What is wrong with the requests and answers of a log; empty where all is well.</summary>
    public static IReadOnlyList<string> Faults(IEnumerable<LoggedRequest> log) =>
        [.. log.Where(request => ServiceModel.Services.Contains(request.Service) && request.Status != 0).SelectMany(Faults)];

    /// <summary>What is wrong with one request and its answer.</summary>
    public static IEnumerable<string> Faults(LoggedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var model = ServiceModel.Of(request.Service);
        if (!model.HasOperation(request.Operation))
        {
            return [$"{request.Service} has no operation {request.Operation}"];
        }

        var check = new ShapeCheck(model, Newer);
        var faults = request.Status == 200
            ? [.. Body(check, model.Input(request.Operation), request.RequestBody), .. Body(check, model.Output(request.Operation), request.ResponseBody)]
            : Refusal(model, request);
        return faults.Select(fault => $"{request.Service} {request.Operation}: {fault}");
    }

    private static IReadOnlyList<string> Body(ShapeCheck check, string? shape, string body) => (shape, body) switch
    {
        (null, "" or "{}") => [],
        (null, _) => [$"a body where there should be none: {body}"],
        _ => check.Faults(shape, JsonNode.Parse(body)),
    };

    private static List<string> Refusal(ServiceModel model, LoggedRequest request)
    {
        var body = JsonNode.Parse(request.ResponseBody)!.AsObject();
        var code = body["__type"]?.GetValue<string>() ?? "";
        return model.Errors(request.Operation).Contains(code) || _commonErrors.Contains(code) || _newerErrors.Contains($"{request.Operation} {code}")
            ? []
            : [$"'{code}' is no error of it"];
    }
}
