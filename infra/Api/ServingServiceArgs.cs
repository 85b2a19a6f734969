using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Compute;

namespace Recommender.Infra.Api;

/// <summary>What the serving service is given.</summary>
public sealed class ServingServiceArgs : PlatformArgs
{
    /// <summary>The cluster's ARN.</summary>
    public required Input<string> ClusterArn { get; init; }

    /// <summary>The cluster's name.</summary>
    public required Input<string> ClusterName { get; init; }

    /// <summary>What it runs.</summary>
    public required ContainerTask Task { get; init; }

    /// <summary>Where it runs.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The security group of its tasks.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>What stands before it.</summary>
    public required Balancer Balancer { get; init; }
}
