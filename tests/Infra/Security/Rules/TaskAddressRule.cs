using System.Text.Json;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>No task gets a public address, whoever starts it: a service, the state machine, a schedule or a rule.</summary>
internal sealed class TaskAddressRule : ISecurityRule
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Ids { get; } = ["OWN-ECS-1"];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(StackGraph graph) =>
    [
        // Said, not left to a default: Fargate's consoles and tools differ in theirs.
        .. graph.OfType("ecs/service:Service").Where(service => service.Flag("networkConfiguration.assignPublicIp") != false).Select(Found),
        .. graph.OfType("scheduler/schedule:Schedule").Where(schedule => schedule.At("target.ecsParameters") is not null && schedule.Flag("target.ecsParameters.networkConfiguration.assignPublicIp") != false).Select(Found),
        .. graph.OfType("cloudwatch/eventTarget:EventTarget").Where(target => target.At("ecsTarget") is not null && target.Flag("ecsTarget.networkConfiguration.assignPublicIp") != false).Select(Found),
        .. graph.OfType("sfn/stateMachine:StateMachine").Where(machine => States(machine).Any(IsOpen)).Select(Found),
    ];

    private static Finding Found(GraphResource resource) => new("OWN-ECS-1", resource, "does not say that its tasks get no public address");

    private static bool IsOpen(object state) =>
        GraphValue.At(state, "Resource") is string resource && resource.Contains(":ecs:runTask", StringComparison.Ordinal)
        && (GraphValue.At(state, "Arguments") ?? GraphValue.At(state, "Parameters")) is var arguments
        && GraphValue.At(arguments, "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp") is not "DISABLED";

    private static IEnumerable<object> States(GraphResource machine)
    {
        using var definition = JsonDocument.Parse(machine.Text("definition")!);
        return [.. Objects(GraphValue.Parse(definition.RootElement))];
    }

    private static IEnumerable<object> Objects(object? value) => value switch
    {
        IReadOnlyDictionary<string, object> map => map.Values.SelectMany(Objects).Prepend(map),
        _ => GraphValue.List(value).SelectMany(Objects),
    };
}
