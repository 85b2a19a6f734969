using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Compute;
using Recommender.Infra.Storage;

namespace Recommender.Infra.Api;

/// <summary>What the API is given; its size and limits are in the stack's settings.</summary>
public sealed class ServingArgs : PlatformArgs
{
    /// <summary>The private network.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>Its private subnets, in two zones at least.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The security group of the interface endpoints, by which tasks reach AWS.</summary>
    public required Input<string> EndpointsSecurityGroupId { get; init; }

    /// <summary>The addresses of S3.</summary>
    public required Input<string> S3PrefixListId { get; init; }

    /// <summary>The cluster's ARN.</summary>
    public required Input<string> ClusterArn { get; init; }

    /// <summary>The cluster's name.</summary>
    public required Input<string> ClusterName { get; init; }

    /// <summary>The serving task.</summary>
    public required ContainerTask Task { get; init; }

    /// <summary>Where the load balancer writes its access logs; its policy has <see cref="BalancerLogs.Statement"/>.</summary>
    public required LakeBucket Logs { get; init; }

    /// <summary>Encrypts the access log of the API.</summary>
    public required Input<string> KeyArn { get; init; }
}
