using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recommender.Tests.StateMachine;

/// <summary>Another opinion of a state machine: the npm package asl-validator.</summary>
public static class AslValidator
{
    private static readonly NodeFolder _program = new("tests", "Pipeline", "asl-validator");

    /// <summary>The errors of each machine; one process validates all.</summary>
    public static async Task<IReadOnlyList<string[]>> ErrorsAsync(IEnumerable<string> machines, CancellationToken cancellationToken)
    {
        await _program.InstallAsync(cancellationToken);
        var input = new JsonArray([.. machines.Select(machine => JsonNode.Parse(machine))]).ToJsonString();
        return JsonSerializer.Deserialize<string[][]>(await _program.RunAsync(["node", "validate.mjs"], input, cancellationToken))!;
    }
}
