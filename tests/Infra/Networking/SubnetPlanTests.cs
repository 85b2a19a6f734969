using System.Net;
using Recommender.Infra.Networking;

namespace Recommender.Infra.Tests.Networking;

public sealed class SubnetPlanTests
{
    [Fact]
    public void A_network_is_cut_into_quarters_and_the_last_of_them_again()
    {
        Assert.Equal(["10.20.0.0/18", "10.20.64.0/18", "10.20.128.0/18"], SubnetPlan.Private("10.20.0.0/16", 3));
        Assert.Equal(["10.20.192.0/20", "10.20.208.0/20", "10.20.224.0/20"], SubnetPlan.Public("10.20.0.0/16", 3));
    }

    [Fact]
    public void A_small_network_has_small_subnets()
    {
        Assert.Equal(["172.31.252.0/24", "172.31.253.0/24"], SubnetPlan.Private("172.31.252.0/22", 2));
        Assert.Equal(["172.31.255.0/26", "172.31.255.64/26"], SubnetPlan.Public("172.31.252.0/22", 2));
    }

    [Fact]
    public void A_zone_more_moves_no_subnet() =>
        Assert.Equal(SubnetPlan.Private("192.168.0.0/20", 2), SubnetPlan.Private("192.168.0.0/20", 3).Take(2));

    [Theory]
    [InlineData("10.0.0.0/16")]
    [InlineData("223.255.240.0/20")]
    [InlineData("10.1.252.0/22")]
    public void Subnets_lie_in_the_network_and_apart_from_each_other(string cidr)
    {
        var network = IPNetwork.Parse(cidr);
        var subnets = SubnetPlan.Private(cidr, 3).Concat(SubnetPlan.Public(cidr, 3)).Select(subnet => IPNetwork.Parse(subnet)).ToList();

        Assert.All(subnets, subnet => Assert.True(network.Contains(subnet.BaseAddress) && subnet.PrefixLength > network.PrefixLength));
        Assert.All(subnets, subnet => Assert.DoesNotContain(subnets, other => !other.Equals(subnet) && other.Contains(subnet.BaseAddress)));
    }
}
