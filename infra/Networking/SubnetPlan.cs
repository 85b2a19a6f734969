using System.Buffers.Binary;
using System.Globalization;
using System.Net;

namespace Recommender.Infra.Networking;

/// <summary>
/// Cuts a network into quarters: one for the private subnet of each of up to three zones, and the fourth, cut into quarters
/// again, for the public ones of the NAT gateways. So a zone or a NAT gateway that comes later moves no subnet that is there.
/// </summary>
internal static class SubnetPlan
{
    private const int Parts = 4;
    private const int PartBits = 2;

    /// <summary>The private subnets, one per zone.</summary>
    public static IReadOnlyList<string> Private(string cidr, int zones) => [.. Quarters(IPNetwork.Parse(cidr)).Take(zones).Select(Text)];

    /// <summary>The public subnets, one per zone.</summary>
    public static IReadOnlyList<string> Public(string cidr, int zones) => [.. Quarters(Quarters(IPNetwork.Parse(cidr)).Last()).Take(zones).Select(Text)];

    private static IEnumerable<IPNetwork> Quarters(IPNetwork network)
    {
        var first = BinaryPrimitives.ReadUInt32BigEndian(network.BaseAddress.GetAddressBytes());
        var prefix = network.PrefixLength + PartBits;
        return Enumerable.Range(0, Parts).Select(part => new IPNetwork(Address(first + ((uint)part << (32 - prefix))), prefix));
    }

    private static IPAddress Address(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return new IPAddress(bytes);
    }

    private static string Text(IPNetwork network) => string.Create(CultureInfo.InvariantCulture, $"{network.BaseAddress}/{network.PrefixLength}");
}
