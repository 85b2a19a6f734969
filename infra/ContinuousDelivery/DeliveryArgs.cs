using Pulumi;
using Recommender.Infra.Components;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>What continuous delivery is given; the repository is in the stack's settings.</summary>
public sealed class DeliveryArgs : PlatformArgs
{
    /// <summary>What the stack's roles may do at most.</summary>
    public required Input<string> BoundaryArn { get; init; }
}
