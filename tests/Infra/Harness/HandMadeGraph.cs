using System.Collections.Immutable;
using System.Text.Json;

namespace Recommender.Infra.Tests.Harness;

/// <summary>Graphs written by hand, for tests of what looks at graphs; every step gives a new graph.</summary>
internal static class HandMadeGraph
{
    /// <summary>A graph with nothing in it.</summary>
    public static StackGraph Empty(string stack) => new(stack, [], ImmutableDictionary<string, object?>.Empty);

    /// <summary>The graph and one resource more, answered as the mocks would.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="type">The type, such as <c>s3/bucket:Bucket</c>.</param>
    /// <param name="name">Its logical name.</param>
    /// <param name="inputs">Its inputs in JSON.</param>
    /// <param name="options">Its options.</param>
    public static StackGraph With(this StackGraph graph, string type, string name, string inputs, GraphOptions? options = null)
    {
        var values = GraphValue.Object(inputs);
        var answer = CloudAnswers.Of($"aws:{type}", name, values);
        var outputs = answer.More.Aggregate(values, (all, more) => all.SetItem(more.Output, more.Value));
        return graph with { Resources = graph.Resources.Add(new($"aws:{type}", name, $"urn:pulumi:{graph.Stack}::recommender::aws:{type}::{name}", values, answer.Arn is null ? outputs : outputs.SetItem("arn", answer.Arn), answer.Id, options ?? new())) };
    }

    /// <summary>The graph without a resource.</summary>
    public static StackGraph Without(this StackGraph graph, string name) => graph with { Resources = graph.Resources.Remove(graph.Named(name)) };

    /// <summary>The graph with other inputs of one resource.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="name">The resource.</param>
    /// <param name="path">Inputs by name, lists by number: <c>rules[0].status</c>.</param>
    /// <param name="json">The new value in JSON; null to take it out.</param>
    /// <exception cref="ArgumentException">There is nothing at the path, so that the change would change nothing.</exception>
    public static StackGraph Set(this StackGraph graph, string name, string path, string? json)
    {
        var steps = path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries);
        return graph.Edit(name, resource => resource with { Inputs = (ImmutableDictionary<string, object>)Changed(resource.Inputs, steps, json is null ? null : Value(json), path)! });
    }

    /// <summary>The graph with a part of a text of one resource replaced, for documents within inputs.</summary>
    /// <exception cref="ArgumentException">The text is not there.</exception>
    public static StackGraph Replace(this StackGraph graph, string name, string path, string old, string with)
    {
        var text = graph.Named(name).Text(path) ?? "";
        return text.Contains(old, StringComparison.Ordinal)
            ? graph.Set(name, path, JsonSerializer.Serialize(text.Replace(old, with, StringComparison.Ordinal)))
            : throw new ArgumentException($"{name} has no '{old}' in {path}: {text}", nameof(old));
    }

    /// <summary>The graph with other options of one resource.</summary>
    public static StackGraph Options(this StackGraph graph, string name, Func<GraphOptions, GraphOptions> change) => graph.Edit(name, resource => resource with { Options = change(resource.Options) });

    /// <summary>A text as JSON, for documents within inputs.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static StackGraph Edit(this StackGraph graph, string name, Func<GraphResource, GraphResource> change) =>
        graph.Named(name) is var resource ? graph with { Resources = graph.Resources.Replace(resource, change(resource)) } : graph;

    private static GraphResource Named(this StackGraph graph, string name) => graph.Resources.Single(resource => resource.Name == name);

    private static object Value(string json)
    {
        using var document = JsonDocument.Parse(json);
        return GraphValue.Parse(document.RootElement)!;
    }

    private static object? Changed(object? value, ReadOnlySpan<string> steps, object? with, string path)
    {
        if (steps.IsEmpty)
        {
            return with;
        }

        if (steps[0].EndsWith(']'))
        {
            var (list, index) = (GraphValue.List(value), int.Parse(steps[0][..^1], System.Globalization.CultureInfo.InvariantCulture));
            return list.SetItem(index, Changed(list[index], steps[1..], with, path)!);
        }

        if (value is not ImmutableDictionary<string, object> map || !map.ContainsKey(steps[0]))
        {
            throw new ArgumentException($"there is nothing at {path}", nameof(path));
        }

        return Changed(map[steps[0]], steps[1..], with, path) is { } changed ? map.SetItem(steps[0], changed) : map.Remove(steps[0]);
    }
}
