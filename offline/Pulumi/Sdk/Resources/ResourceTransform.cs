namespace Pulumi;

/// <summary>
/// Changes what the engine was asked to make, wherever it was asked: children of remote components too. The engine calls it,
/// so mocks never do. Null leaves the resource as it is.
/// </summary>
/// <param name="args">The resource.</param>
/// <param name="cancellationToken">Stops the change.</param>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);
