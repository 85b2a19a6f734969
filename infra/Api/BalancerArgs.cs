using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Storage;

namespace Recommender.Infra.Api;

/// <summary>What the load balancer is given.</summary>
public sealed class BalancerArgs : PlatformArgs
{
    /// <summary>The private network.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>Its private subnets, in two zones at least.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The load balancer's security group.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>Where it writes its access logs.</summary>
    public required LakeBucket Logs { get; init; }
}
