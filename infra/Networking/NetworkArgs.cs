using Pulumi;
using Recommender.Infra.Components;

namespace Recommender.Infra.Networking;

/// <summary>What <see cref="Network"/> is given.</summary>
public sealed class NetworkArgs : PlatformArgs
{
    /// <summary>Address range of the network, from /16 to /22, such as <c>10.20.0.0/16</c>.</summary>
    public required string Cidr { get; init; }

    /// <summary>Availability zones with a private subnet, 2 or 3.</summary>
    public required int Zones { get; init; }

    /// <summary>Zones with interface endpoints, 1 to <see cref="Zones"/>.</summary>
    public required int EndpointZones { get; init; }

    /// <summary>Whether a NAT gateway lets tasks out: one, or in production one in each zone.</summary>
    public required bool Nat { get; init; }

    /// <summary>Where tasks may go over HTTPS through it; needs <see cref="Nat"/>.</summary>
    public IReadOnlyList<string> EgressCidrs { get; init; } = [];

    /// <summary>Whether tasks read a PostgreSQL database in the network.</summary>
    public required bool Database { get; init; }

    /// <summary>Whether tasks write to a Kinesis stream.</summary>
    public required bool Streaming { get; init; }

    /// <summary>Days that flow logs are kept, as CloudWatch knows them.</summary>
    public required int LogDays { get; init; }

    /// <summary>The key that encrypts them.</summary>
    public required Input<string> KeyArn { get; init; }
}
