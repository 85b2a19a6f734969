using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a <see cref="ResourceTransform"/> makes of a resource.</summary>
/// <param name="args">The new inputs.</param>
/// <param name="options">The new options.</param>
public readonly struct ResourceTransformResult(ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    /// <summary>The new inputs.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>The new options.</summary>
    public ResourceOptions Options { get; } = options;
}
