using Recommender.Infra.Components;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>What the boundary is given: the stack alone.</summary>
public sealed class PermissionsBoundaryArgs : PlatformArgs;
