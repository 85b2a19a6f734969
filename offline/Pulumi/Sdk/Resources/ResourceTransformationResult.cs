namespace Pulumi;

/// <summary>What a transformation makes of a resource.</summary>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    /// <summary>The arguments to register with.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>The options to register with; the parent must stay.</summary>
    public ResourceOptions Options { get; } = options;
}
