using System.Text.Json.Nodes;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Compute;

/// <summary>Stacks for tests of single components, and what those are wired to.</summary>
internal static class TaskStack
{
    /// <summary>The graph of a stack as committed.</summary>
    public static Task<StackGraph> OfAsync(string stack) => Graphs.OfAsync(stack);

    /// <summary>The graph of a stack with other settings.</summary>
    public static Task<StackGraph> WithAsync(string stack, params (string Setting, JsonNode Value)[] changes)
    {
        var committed = StackVariant.Committed(stack);
        return GraphBuilder.BuildAsync(committed with { Changes = [.. committed.Changes, .. changes] });
    }

    /// <summary>The key of what the stack keeps.</summary>
    public static string Key(this StackGraph graph) => graph.Only("kms/key:Key").Arn;

    /// <summary>What the stack's roles may do at most.</summary>
    public static GraphResource Boundary(this StackGraph graph) => graph.Get("iam/policy:Policy", "boundary-policy");

    /// <summary>A security group.</summary>
    public static GraphResource Group(this StackGraph graph, string name) => graph.Get("ec2/securityGroup:SecurityGroup", name);

    /// <summary>A task definition by what runs in it.</summary>
    public static GraphResource Definition(this StackGraph graph, string thing) =>
        graph.OfType("ecs/taskDefinition:TaskDefinition").Single(definition => definition.Text("family") == $"recommender-{graph.Stack}-{thing}");

    /// <summary>An output of a resource, a text.</summary>
    public static string Output(this GraphResource resource, string name) => (string)resource.Outputs[name];
}
