using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Recommender.AwsEmulator.Faults;

namespace Recommender.AwsEmulator.Http;

/// <summary>What AWS does not have: faults, the log and the health of the emulator, over HTTP.</summary>
internal sealed class ControlEndpoints(EmulatorState state, RequestLog log)
{
    /// <summary>Where they are.</summary>
    public const string Prefix = "/_emulator/";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Answers a request to one of them.</summary>
    public async Task HandleAsync(EmulatorRequest request, CancellationToken cancellationToken)
    {
        var answer = request.Context.Response;
        switch (request.Method, request.Path)
        {
            case ("GET", Prefix + "health"):
                await answer.WriteAsJsonAsync(new { status = "ok", folder = state.Folder }, _json, cancellationToken);
                break;
            case ("GET", Prefix + "log"):
                await answer.WriteAsJsonAsync(log, _json, cancellationToken);
                break;
            case ("DELETE", Prefix + "log"):
                log.Clear();
                answer.StatusCode = StatusCodes.Status204NoContent;
                break;
            case ("POST", Prefix + "faults"):
                await AddAsync<FaultRule>(request, state.Faults.Add, cancellationToken);
                break;
            case ("POST", Prefix + "query-faults"):
                await AddAsync<QueryFault>(request, state.Faults.Add, cancellationToken);
                break;
            case ("DELETE", Prefix + "faults"):
                state.Faults.Clear();
                answer.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                answer.StatusCode = StatusCodes.Status404NotFound;
                await answer.WriteAsJsonAsync(new { error = $"there is no {request.Method} {request.Path}" }, _json, cancellationToken);
                break;
        }
    }

    private static async Task AddAsync<T>(EmulatorRequest request, Action<T> add, CancellationToken cancellationToken)
    {
        try
        {
            var rule = await JsonSerializer.DeserializeAsync<T>(request.Context.Request.Body, _json, cancellationToken);
            add(rule ?? throw new JsonException("null is no fault"));
            request.Context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (JsonException wrong)
        {
            request.Context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await request.Context.Response.WriteAsJsonAsync(new { error = wrong.Message }, _json, cancellationToken);
        }
    }
}
