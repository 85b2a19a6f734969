using System.Collections.Immutable;
using Pulumi;
using Recommender.Infra.Networking;

namespace Recommender.Infra.Tests.Networking;

public sealed class PrivateAddressesTests
{
    private static readonly ImmutableDictionary<string, object?> _inputs = ImmutableDictionary<string, object?>.Empty.Add("mapPublicIpOnLaunch", true).Add("cidrBlock", "10.0.0.0/24");

    [Fact]
    public async Task A_public_subnet_assigns_no_addresses()
    {
        var options = new CustomResourceOptions();

        var changed = await PrivateAddresses.Keep(new("network-vpc-public-1", "aws:ec2/subnet:Subnet", true, _inputs, options), TestContext.Current.CancellationToken);

        Assert.Equal(false, changed!.Value.Args["mapPublicIpOnLaunch"]);
        Assert.Equal("10.0.0.0/24", changed.Value.Args["cidrBlock"]);
        Assert.Same(options, changed.Value.Options);
    }

    [Fact]
    public async Task Whatever_is_no_subnet_stays_as_it_is() =>
        Assert.Null(await PrivateAddresses.Keep(new("network-vpc", "aws:ec2/vpc:Vpc", true, _inputs, new CustomResourceOptions()), TestContext.Current.CancellationToken));
}
