using System.Text.Json.Nodes;
using Recommender.Tests.StateMachine;

namespace Recommender.Infra.Tests.Orchestration;

/// <summary>Step Functions as far as the pipeline's machine asks it, before the services of its tasks.</summary>
/// <param name="others">Those services.</param>
/// <param name="running">The executions that run, the latest first.</param>
internal sealed class RunningExecutions(IAslServices others, IReadOnlyList<string> running) : IAslServices
{
    /// <summary>The machine that was asked about, as often as it was.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Calls that fail before one is answered.</summary>
    public int Failing { get; set; }

    /// <inheritdoc/>
    public Task<JsonNode?> CallAsync(string resource, JsonObject parameters, CancellationToken cancellationToken) =>
        resource == "arn:aws:states:::aws-sdk:sfn:listExecutions" ? Task.FromResult<JsonNode?>(List(parameters)) : others.CallAsync(resource, parameters, cancellationToken);

    private JsonObject List(JsonObject parameters)
    {
        Asked.Add(parameters["StateMachineArn"]!.GetValue<string>());
        if (Failing-- > 0)
        {
            throw new AslStateException("Sfn.SfnException", "scripted");
        }

        return parameters["StatusFilter"]!.GetValue<string>() == "RUNNING"
            ? new JsonObject { ["Executions"] = new JsonArray([.. running.Select(arn => (JsonNode)new JsonObject { ["ExecutionArn"] = arn, ["Status"] = "RUNNING" })]) }
            : throw new AslStateException("States.Runtime", "only running executions are known here");
    }
}
