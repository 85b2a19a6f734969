using Pulumi;
using Recommender.Infra.Components;

namespace Recommender.Infra.Api;

/// <summary>What the API's gateway is given; issuer, audience and limits are in the stack's settings.</summary>
public sealed class GatewayArgs : PlatformArgs
{
    /// <summary>The private subnets that its link comes into.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The security group of its link.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The load balancer's listener, which answers.</summary>
    public required Input<string> ListenerArn { get; init; }

    /// <summary>Encrypts the access log.</summary>
    public required Input<string> KeyArn { get; init; }
}
