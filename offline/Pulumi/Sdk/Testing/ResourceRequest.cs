using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource to register or read, with its arguments in the engine's format.</summary>
internal sealed record ResourceRequest(
    Resource Resource, string ParentUrn, string Provider, string Id, ImmutableDictionary<string, object?> Inputs);
