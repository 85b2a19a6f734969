using System.Collections.Immutable;
using Pulumi;
using Recommender.Infra.Components;
using Aws = Pulumi.Aws;
using Awsx = Pulumi.Awsx;

namespace Recommender.Infra.Networking;

/// <summary>The private network: subnets without a way in, endpoints to the AWS services that tasks call, and a NAT gateway only by setting.</summary>
public sealed class Network : PlatformComponent
{
    private const int Https = 443;

    /// <summary>Makes the network.</summary>
    public Network(string name, NetworkArgs args, ComponentResourceOptions? options = null)
        : base("Network", name, args, options)
    {
        var vpc = new Awsx.Ec2.Vpc(Child("vpc"), VpcArgs(), new ComponentResourceOptions { Parent = this, ResourceTransforms = Context.Settings.Network.Nat ? [PrivateAddresses.Keep] : [] });
        VpcId = vpc.VpcId;
        PrivateSubnetIds = vpc.PrivateSubnetIds;
        EmptyDefaultGroup();
        _ = new FlowLogs(Child("flow-logs"), new() { Context = Context, VpcId = VpcId, KeyArn = args.KeyArn }, new() { Parent = this });

        var endpoints = Group("endpoints", "Interface endpoints of AWS services");
        EndpointsSecurityGroupId = endpoints.Id;
        InterfaceEndpoints();
        _ = new Aws.Vpc.SecurityGroupIngressRule(Child("endpoints-https"), new()
        {
            SecurityGroupId = EndpointsSecurityGroupId,
            Description = "HTTPS from the network",
            IpProtocol = "tcp",
            FromPort = Https,
            ToPort = Https,
            CidrIpv4 = Context.Settings.Network.Cidr,
        }, Owned());

        S3PrefixListId = StorageGateway().PrefixListId;
        JobsSecurityGroupId = Group("jobs", "Tasks of the pipeline").Id;
        JobsRules();
        RegisterOutputs();
    }

    /// <summary>The network.</summary>
    public Output<string> VpcId { get; }

    /// <summary>The private subnets, one per zone.</summary>
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; }

    /// <summary>The security group of the pipeline's tasks: it lets nothing in, and out only to AWS; what else they reach adds the way to itself.</summary>
    public Output<string> JobsSecurityGroupId { get; }

    /// <summary>The security group of the interface endpoints.</summary>
    public Output<string> EndpointsSecurityGroupId { get; }

    /// <summary>The addresses of S3, for rules that let tasks out to it.</summary>
    public Output<string> S3PrefixListId { get; }

    private Awsx.Ec2.VpcArgs VpcArgs()
    {
        var settings = Context.Settings.Network;
        var vpc = new Awsx.Ec2.VpcArgs
        {
            CidrBlock = settings.Cidr,
            NumberOfAvailabilityZones = settings.Zones,
            // Both are needed for endpoints to answer under the services' own names.
            EnableDnsHostnames = true,
            EnableDnsSupport = true,
            SubnetStrategy = Awsx.Ec2.SubnetAllocationStrategy.Auto,
            NatGateways = new() { Strategy = !settings.Nat ? Awsx.Ec2.NatGatewayStrategy.None : Context.Production ? Awsx.Ec2.NatGatewayStrategy.OnePerAz : Awsx.Ec2.NatGatewayStrategy.Single },
            // Private without a NAT gateway means: no route out. Were they called isolated then, a NAT gateway that comes later would replace them.
            SubnetSpecs = { new Awsx.Ec2.Inputs.SubnetSpecArgs { Type = Awsx.Ec2.SubnetType.Private, Name = "private", CidrBlocks = [.. SubnetPlan.Private(settings.Cidr, settings.Zones)] } },
        };
        if (settings.Nat)
        {
            vpc.SubnetSpecs.Add(new Awsx.Ec2.Inputs.SubnetSpecArgs { Type = Awsx.Ec2.SubnetType.Public, Name = "public", CidrBlocks = [.. SubnetPlan.Public(settings.Cidr, settings.Zones)] });
        }

        return vpc;
    }

    // The group that AWS gives everything that names none: adopting it without rules takes its rules away.
    private void EmptyDefaultGroup() => _ = new Aws.Ec2.DefaultSecurityGroup(Child("default"), new() { VpcId = VpcId }, Owned());

    // Pulumi names the groups: a name is unique in a network, so one of our own would block a replacement.
    private Aws.Ec2.SecurityGroup Group(string thing, string description) => new(Child(thing), new()
    {
        VpcId = VpcId,
        Description = description,
        Tags = { ["Name"] = Context.Name(thing) },
    }, Owned());

    private Aws.Ec2.VpcEndpoint StorageGateway() => new(Child("s3"), new()
    {
        VpcId = VpcId,
        VpcEndpointType = "Gateway",
        ServiceName = Output.Format($"com.amazonaws.{Context.Region}.s3"),
        // Every route table of the network: one per subnet, and the main one, which no subnet uses. awsx gives out its tables only as
        // references to resources, of which mocks and previews know nothing; what it makes is there once its VpcId is known.
        RouteTableIds = Aws.Ec2.GetRouteTables.Invoke(new() { VpcId = VpcId }).Apply(tables => tables.Ids),
        Policy = EndpointPolicies.Storage(Context),
        Tags = { ["Name"] = Context.Name("s3") },
    }, Owned());

    private void InterfaceEndpoints()
    {
        var subnets = PrivateSubnetIds.Apply(ids => ids.Take(Context.Settings.Network.EndpointZones).ToImmutableArray());
        foreach (var endpoint in ServiceEndpoint.All)
        {
            var thing = endpoint.Service.Replace('.', '-');
            _ = new Aws.Ec2.VpcEndpoint(Child(thing), new()
            {
                VpcId = VpcId,
                VpcEndpointType = "Interface",
                ServiceName = Output.Format($"com.amazonaws.{Context.Region}.{endpoint.Service}"),
                PrivateDnsEnabled = true,
                SubnetIds = subnets,
                SecurityGroupIds = { EndpointsSecurityGroupId },
                Policy = EndpointPolicies.Interface(Context, endpoint),
                Tags = { ["Name"] = Context.Name(thing) },
            }, Owned());
        }
    }

    // Names are asked of the network's own resolver, which no security group stands before.
    private void JobsRules()
    {
        Out("endpoints", "HTTPS to interface endpoints", rule => rule.ReferencedSecurityGroupId = EndpointsSecurityGroupId);
        Out("s3", "HTTPS to S3 through its gateway", rule => rule.PrefixListId = S3PrefixListId);
        foreach (var cidr in Context.Settings.Network.Nat ? Context.Settings.Network.EgressCidrs : [])
        {
            Out(cidr.Replace('/', '-'), $"HTTPS to {cidr} through the NAT gateway", rule => rule.CidrIpv4 = cidr);
        }
    }

    private void Out(string thing, string description, Action<Aws.Vpc.SecurityGroupEgressRuleArgs> to) =>
        Outward.Make(Child($"jobs-{thing}"), JobsSecurityGroupId, Https, description, to, Owned());
}
