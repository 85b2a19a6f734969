using System.ComponentModel.DataAnnotations;

namespace Recommender.Infra.Settings;

/// <summary>The private network.</summary>
public sealed record NetworkSettings
{
    /// <summary>Address range of the network, at most /16 and at least /22, such as <c>10.20.0.0/16</c>.</summary>
    [Required]
    [RegularExpression(@"\d{1,3}(\.\d{1,3}){3}/(1[6-9]|2[0-2])", ErrorMessage = "must be an IPv4 range from /16 to /22, such as 10.20.0.0/16")]
    public string Cidr { get; init; } = "";

    /// <summary>Availability zones: 2 or 3.</summary>
    [Range(2, 3)]
    public int Zones { get; init; } = 2;

    /// <summary>
    /// Zones that have interface endpoints, 1 to <see cref="Zones"/>; tasks in the others reach them across zones. Each endpoint costs
    /// about 8 dollars a month and zone, so this is most of what an idle stack costs.
    /// </summary>
    [Range(1, 3)]
    public int EndpointZones { get; init; } = 1;

    /// <summary>Whether a NAT gateway lets tasks out to <see cref="EgressCidrs"/>; the platform itself needs none.</summary>
    public bool Nat { get; init; }

    /// <summary>Address ranges outside AWS that tasks may reach over HTTPS through the NAT gateway.</summary>
    public IReadOnlyList<string> EgressCidrs { get; init; } = [];
}
