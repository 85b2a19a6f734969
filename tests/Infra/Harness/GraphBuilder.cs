using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Recommender.Infra.Tests.Harness;

/// <summary>Runs a program as Pulumi would, without cloud or engine.</summary>
internal static class GraphBuilder
{
    /// <summary>The graph of the whole program.</summary>
    public static Task<StackGraph> BuildAsync(StackVariant variant) => BuildAsync(variant, Program.Wire);

    /// <summary>The graph of what a test wires, for example one component.</summary>
    /// <param name="variant">Stack and settings.</param>
    /// <param name="wire">Makes the resources and gives the stack's outputs.</param>
    /// <exception cref="InvalidOperationException">Two resources have one name, or an input is unknown because a mock lacks an output.</exception>
    public static async Task<StackGraph> BuildAsync(StackVariant variant, Func<IDictionary<string, object?>> wire)
    {
        var config = PulumiFiles.ProjectDefaults().Append(new("recommender:settings", variant.Settings().ToJsonString())).ToDictionary();
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", JsonSerializer.Serialize(config));
        try
        {
            var mocks = new CloudMocks();
            var run = WiredStack.Next(wire, new OptionsRecorder());
            var options = new TestOptions { ProjectName = PulumiFiles.ProjectName(), StackName = variant.Stack, IsPreview = true };
            await Deployment.TestAsync<WiredStack>(mocks, options);
            return await GraphAsync(variant, mocks, run);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
        }
    }

    private static async Task<StackGraph> GraphAsync(StackVariant variant, CloudMocks mocks, WiredStack.Run run)
    {
        var made = Unique(mocks.Made, resource => $"{resource.Type} {resource.Name}");
        var resources = ImmutableArray.CreateBuilder<GraphResource>();
        foreach (var recorded in run.Recorder.Recorded.Where(recorded => recorded.Resource is not Pulumi.Stack))
        {
            var resource = made[$"{recorded.Resource.GetResourceType()} {recorded.Resource.GetResourceName()}"];
            var options = await recorded.OptionsAsync();
            var urn = await OutputUtilities.GetValueAsync(recorded.Resource.Urn);
            resources.Add(new(resource.Type, resource.Name, urn, resource.Inputs, resource.Outputs, options.IsComponent ? "" : resource.Id, options));
            RequireKnown(recorded, resource, options);
        }

        var outputs = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (name, output) in run.Made)
        {
            outputs.Add(name, await ValueAsync(name, output));
        }

        return new(variant.Stack, [.. resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal)], outputs.ToImmutable());
    }

    // The engine refuses two resources of one URN; mocks do not. Logical names here are unique per type, wherever they hang.
    private static Dictionary<string, MadeResource> Unique(IEnumerable<MadeResource> made, Func<MadeResource, string> key)
    {
        var groups = made.GroupBy(key).ToList();
        var twice = groups.Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        return twice.Count == 0 ? groups.ToDictionary(group => group.Key, group => group.Single()) : throw new InvalidOperationException($"there are two: {string.Join(", ", twice)}");
    }

    // In a preview an unknown input is left out: a rule that looks at it would pass for want of anything to look at.
    private static void RequireKnown(RecordedResource recorded, MadeResource made, GraphOptions options)
    {
        var missing = options.IsComponent ? [] : recorded.Inputs.Where(input => !made.Inputs.ContainsKey(input)).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidOperationException($"{made.Type} {made.Name}: unknown or null: {string.Join(", ", missing)}; does CloudAnswers lack an output?");
        }
    }

    // What the engine would store: outputs resolved, within lists and maps too.
    private static async Task<object?> ValueAsync(string name, object? output)
    {
        switch (output)
        {
            case System.Collections.IDictionary map:
                var members = ImmutableDictionary.CreateBuilder<string, object?>();
                foreach (System.Collections.DictionaryEntry member in map)
                {
                    members.Add((string)member.Key, await ValueAsync($"{name}.{member.Key}", member.Value));
                }

                return members.ToImmutable();
            case System.Collections.IEnumerable list and not string:
                return (await Task.WhenAll(list.Cast<object?>().Select((item, index) => ValueAsync($"{name}[{index}]", item)))).ToImmutableArray();
            case { } when output.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Output<>):
                var resolved = await (Task<object?>)typeof(GraphBuilder).GetMethod(nameof(ResolveAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [name, output])!;
                return await ValueAsync(name, resolved);
            default:
                return output;
        }
    }

    private static async Task<object?> ResolveAsync<T>(string name, Output<T> output) =>
        await OutputUtilities.GetIsKnownAsync(output) ? await OutputUtilities.GetValueAsync(output) : throw new InvalidOperationException($"stack output {name} is unknown");
}
