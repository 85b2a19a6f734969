using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A registered resource, with its properties in the engine's format.</summary>
internal sealed record ResourceState(string Urn, string? Id, ImmutableDictionary<string, object?> Properties);
