using Pulumi;
using Recommender.Infra.Components;

namespace Recommender.Infra.Api;

/// <summary>What the API's security groups are given.</summary>
public sealed class ServingAccessArgs : PlatformArgs
{
    /// <summary>The private network.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The security group of the interface endpoints.</summary>
    public required Input<string> EndpointsSecurityGroupId { get; init; }

    /// <summary>The addresses of S3.</summary>
    public required Input<string> S3PrefixListId { get; init; }
}
