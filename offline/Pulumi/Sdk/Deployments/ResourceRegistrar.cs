using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Registers resources: waits for their arguments and dependencies, and gives their outputs values.</summary>
internal sealed class ResourceRegistrar(DeploymentRun run)
{
    /// <summary>Registers or reads a resource and completes its outputs, with an error if need be.</summary>
    public async Task CompleteAsync(Resource resource, ResourceArgs args, ResourceOptions options, bool remote)
    {
        try
        {
            var state = await RegisterOrReadAsync(resource, args, options).ConfigureAwait(false);
            Assign(resource, state);
        }
        catch (Exception exception)
        {
            foreach (var source in resource.OutputSources.Values)
            {
                source.TryFail(exception);
            }

            throw;
        }

        // A preview cannot say what the provider will fill in.
        foreach (var source in resource.OutputSources.Values)
        {
            source.TrySetNothing(isKnown: !run.IsDryRun);
        }
    }

    /// <summary>Tells a component's outputs.</summary>
    public async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var values = await outputs.GetValueAsync(whenUnknown: ImmutableDictionary<string, object?>.Empty).ConfigureAwait(false);
        var encoded = await EncodedProperties.OfAsync("monitor.registerResourceOutputs(...)", values).ConfigureAwait(false);
        await run.Engine.RegisterOutputsAsync(urn, encoded.Values).ConfigureAwait(false);
    }

    private static void Assign(Resource resource, ResourceState state)
    {
        var converter = new ValueConverter(warning => Log.Warn(warning, resource));
        foreach (var (name, source) in resource.OutputSources)
        {
            if (name == Wire.Urn)
            {
                source.Set(OutputData<object?>.Of(state.Urn));
            }
            else if (name == Wire.Id && resource is CustomResource)
            {
                source.Set(new OutputData<object?>([], state.Id ?? "", isKnown: !string.IsNullOrEmpty(state.Id), isSecret: false));
            }
            else if (state.Properties.TryGetValue(name, out var encoded))
            {
                source.Set(converter.Convert($"{resource.GetType().FullName}.{name}", encoded, source.Type));
            }
        }
    }

    private async Task<ResourceState> RegisterOrReadAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        if (options.Urn is not null)
        {
            return run.Engine.Find(options.Urn);
        }

        var id = await (options.Id?.ToOutput().GetValueAsync(whenUnknown: "") ?? Task.FromResult("")).ConfigureAwait(false);
        if (!string.IsNullOrEmpty(id) && resource is not CustomResource)
        {
            throw new ArgumentException(
                $"{nameof(ResourceOptions)}.{nameof(ResourceOptions.Id)} is only valid for a {nameof(CustomResource)}");
        }

        var request = await PrepareAsync(resource, args, options).ConfigureAwait(false);
        return string.IsNullOrEmpty(id)
            ? await run.Engine.RegisterAsync(request).ConfigureAwait(false)
            : await run.Engine.ReadAsync(request with { Id = id }).ConfigureAwait(false);
    }

    private async Task<ResourceRequest> PrepareAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var (name, type) = (resource.GetResourceName(), resource.GetResourceType());
        var named = await ResourceGraph.NamedAsync(options.DependsOn).ConfigureAwait(false);
        // Ids and URNs are the engine's to give.
        var own = args.ToDictionary().Where(pair => pair.Key is not (Wire.Id or Wire.Urn));
        var inputs = await EncodedProperties.OfAsync($"resource:{name}[{type}]", own).ConfigureAwait(false);
        var parent = options.Parent ?? (type == Stack.RootType ? null : run.Stack);
        var parentUrn = parent is null ? "" : await parent.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var provider = resource is CustomResource && options.Provider is { } given
            ? await given.ReferenceAsync().ConfigureAwait(false)
            : "";
        await ResourceGraph.WaitForAsync(named.Concat(inputs.Dependencies)).ConfigureAwait(false);
        await Task.WhenAll(Aliases.ToUrns(options, name, type).Select(urn => urn.DataTask)).ConfigureAwait(false);
        var importId = (options as CustomResourceOptions)?.ImportId ?? "";
        return new ResourceRequest(resource, parentUrn, provider, importId, inputs.Values);
    }
}
