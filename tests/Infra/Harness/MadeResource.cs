using System.Collections.Immutable;

namespace Recommender.Infra.Tests.Harness;

/// <summary>A resource as the mock engine saw it.</summary>
/// <param name="Type">Type token.</param>
/// <param name="Name">Logical name.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Outputs">What was answered.</param>
/// <param name="Id">The id that was answered.</param>
internal sealed record MadeResource(string Type, string Name, ImmutableDictionary<string, object> Inputs, ImmutableDictionary<string, object> Outputs, string Id);
