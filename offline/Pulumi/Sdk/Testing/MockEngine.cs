using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Keeps the resources of a test's program and asks its mocks for their states.</summary>
internal sealed class MockEngine(IMocks mocks, string project, string stack)
{
    private readonly ConcurrentDictionary<string, ResourceState> _states = new();
    private readonly List<Resource> _resources = [];

    /// <summary>The resources so far, in the order of their registration.</summary>
    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_resources)
            {
                return [.. _resources];
            }
        }
    }

    /// <summary>Registers a resource.</summary>
    public async Task<ResourceState> RegisterAsync(ResourceRequest request)
    {
        Keep(request.Resource);
        if (request.Resource.GetResourceType() == Stack.RootType)
        {
            return new ResourceState(UrnOf(request), null, ImmutableDictionary<string, object?>.Empty);
        }

        return await AskAsync(request, request.Id).ConfigureAwait(false);
    }

    /// <summary>Reads a resource by its id.</summary>
    public async Task<ResourceState> ReadAsync(ResourceRequest request)
    {
        var state = await AskAsync(request, null).ConfigureAwait(false);
        Keep(request.Resource);
        // The id that was asked for counts, whatever the mock says.
        return state with { Id = request.Id };
    }

    /// <summary>A registered resource.</summary>
    /// <exception cref="InvalidOperationException">There is none with this URN.</exception>
    public ResourceState Find(string urn)
        => _states.TryGetValue(urn, out var state) ? state : throw new InvalidOperationException($"Unknown resource {urn}");

    /// <summary>The result of a function or method.</summary>
    public async Task<ImmutableDictionary<string, object?>> CallAsync(
        string token, ImmutableDictionary<string, object?> args, string provider)
    {
        var call = new MockCallArgs { Token = token, Args = PropertyDecoder.DecodeKnown(args), Provider = provider };
        return await EncodeAsync(await mocks.CallAsync(call).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Tells the mocks a component's outputs.</summary>
    public Task RegisterOutputsAsync(string urn, ImmutableDictionary<string, object?> outputs)
        => mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(urn, outputs.ToImmutableDictionary(
            pair => pair.Key,
            pair => new Output<object?>(Task.FromResult(PropertyDecoder.Decode(pair.Value))))));

    private static async Task<ImmutableDictionary<string, object?>> EncodeAsync(object state)
    {
        // Some dictionaries are generic only; the encoder reads those that are not.
        var source = state is IDictionary<string, object> map ? map.ToImmutableDictionary() : state;
        return await new PropertyEncoder().EncodeAsync("", source).ConfigureAwait(false) as ImmutableDictionary<string, object?>
            ?? throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type");
    }

    private void Keep(Resource resource)
    {
        lock (_resources)
        {
            _resources.Add(resource);
        }
    }

    private async Task<ResourceState> AskAsync(ResourceRequest request, string? fallbackId)
    {
        var (id, state) = await mocks.NewResourceAsync(new MockResourceArgs
        {
            Type = request.Resource.GetResourceType(),
            Name = request.Resource.GetResourceName(),
            Inputs = PropertyDecoder.DecodeKnown(request.Inputs),
            Provider = request.Provider,
            Id = request.Id,
        }).ConfigureAwait(false);
        var registered = new ResourceState(UrnOf(request), id ?? fallbackId, await EncodeAsync(state).ConfigureAwait(false));
        _states[registered.Urn] = registered;
        return registered;
    }

    /// <summary>The URN, with the outermost type above the resource's own: mocks leave out those between.</summary>
    private string UrnOf(ResourceRequest request)
    {
        var above = request.ParentUrn.Length == 0 ? "" : request.ParentUrn.Split("::")[2].Split('$')[0] + "$";
        return $"urn:pulumi:{stack}::{project}::{above}{request.Resource.GetResourceType()}::{request.Resource.GetResourceName()}";
    }
}
