using System.Collections.Immutable;
using System.Text.Json;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>What is in a task definition's JSON.</summary>
internal static class TaskDefinitions
{
    /// <summary>Its containers.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static ImmutableArray<object> Containers(GraphResource definition)
    {
        using var json = JsonDocument.Parse(definition.Text("containerDefinitions") ?? "[]");
        var containers = GraphValue.List(GraphValue.Parse(json.RootElement));
        return containers.Length > 0 ? containers : throw new InvalidOperationException($"{definition} has no container");
    }

    /// <summary>How failures name a container.</summary>
    public static string Name(object container) => $"container {GraphValue.At(container, "name")}";
}
