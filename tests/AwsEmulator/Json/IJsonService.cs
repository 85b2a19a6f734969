using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.Json;

/// <summary>A service that speaks AWS's JSON protocol. Where it is <see cref="IAsyncDisposable"/> or <see cref="IDisposable"/>, the server disposes of it.</summary>
public interface IJsonService
{
    /// <summary>What stands before the dot in X-Amz-Target: AmazonAthena, AWSGlue…</summary>
    string Target { get; }

    /// <summary>The service's name in credential scopes, in <see cref="Faults.FaultRule.Service"/> and in the log: athena, glue, ecs, states, logs.</summary>
    string Name { get; }

    /// <summary>The version in the content type application/x-amz-json-VERSION: 1.0 or 1.1.</summary>
    string Version { get; }

    /// <summary>Does an operation.</summary>
    /// <param name="operation">What stands after the dot in X-Amz-Target.</param>
    /// <param name="input">The request's body.</param>
    /// <param name="cancellationToken">The client went away, or the server stops.</param>
    /// <returns>The answer's body.</returns>
    /// <exception cref="AwsFaultException">An error to answer; an operation that the service does not know is UnknownOperationException.</exception>
    Task<JsonObject> InvokeAsync(string operation, JsonObject input, CancellationToken cancellationToken);
}
