using System.Text.Json.Nodes;

namespace Recommender.Tests.StateMachine;

/// <summary>What Task states call.</summary>
public interface IAslServices
{
    /// <summary>Calls a service.</summary>
    /// <param name="resource">The Task state's Resource.</param>
    /// <param name="parameters">Its parameters, filled.</param>
    /// <param name="cancellationToken">Ends the call: the state ran out of time, or its branch was stopped.</param>
    /// <returns>The result.</returns>
    /// <exception cref="AslStateException">The call failed.</exception>
    Task<JsonNode?> CallAsync(string resource, JsonObject parameters, CancellationToken cancellationToken);
}
