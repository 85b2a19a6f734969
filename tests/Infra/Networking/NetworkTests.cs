using Pulumi;
using Recommender.Infra.Networking;
using Recommender.Infra.Settings;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;
using Recommender.Infra.Tests.Storage;

namespace Recommender.Infra.Tests.Networking;

public sealed class NetworkTests
{
    private const string Endpoint = "ec2/vpcEndpoint:VpcEndpoint";
    private const string Egress = "vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    [Theory]
    [InlineData("uat", 2)]
    [InlineData("prod", 3)]
    public async Task Without_NAT_there_are_private_subnets_only(string stack, int zones)
    {
        var graph = await LakeStack.OfAsync(stack);
        var network = graph.Only("awsx:ec2:Vpc");

        Assert.Equal("None", network.Text("natGateways.strategy"));
        Assert.Equal(["Private"], network.List("subnetSpecs").Select(spec => GraphValue.At(spec, "type")));
        Assert.Equal(zones, network.List("subnetSpecs[0].cidrBlocks").Length);
        Assert.Equal(zones, network.Number("numberOfAvailabilityZones"));
    }

    [Theory]
    [InlineData("uat", "Single")]
    [InlineData("prod", "OnePerAz")]
    public async Task With_NAT_public_subnets_come_and_private_ones_stay_where_they_are(string stack, string strategy)
    {
        var without = (await LakeStack.OfAsync(stack)).Only("awsx:ec2:Vpc");
        var with = (await LakeStack.WithAsync(stack, ("network.nat", true))).Only("awsx:ec2:Vpc");

        Assert.Equal(strategy, with.Text("natGateways.strategy"));
        Assert.Equal(["Private", "Public"], with.List("subnetSpecs").Select(spec => GraphValue.At(spec, "type")));
        Assert.Equal(without.List("subnetSpecs[0].cidrBlocks"), with.List("subnetSpecs[0].cidrBlocks"));
        Assert.Equal(without.Text("subnetSpecs[0].name"), with.Text("subnetSpecs[0].name"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_subnets_of_NAT_gateways_assign_no_public_addresses(bool nat)
    {
        var committed = StackVariant.Committed("uat");
        List<ResourceTransform>? transforms = null;
        await GraphBuilder.BuildAsync(committed with { Changes = [.. committed.Changes, ("network.nat", nat)] }, () =>
        {
            // Mocks do not see what awsx makes, nor the transforms: a transformation of the parent does.
            ResourceTransformationResult? Record(ResourceTransformationArgs resource)
            {
                transforms = resource.Resource.GetResourceType() == "awsx:ec2:Vpc" ? resource.Options.ResourceTransforms : transforms;
                return null;
            }

            _ = new Network("network", LakeStack.NetworkOf(StackContext.Current(), "key"), new() { ResourceTransformations = { Record } });
            return new Dictionary<string, object?>();
        });

        Assert.Equal(nat ? [PrivateAddresses.Keep] : [], transforms!);
    }

    [Fact]
    public async Task What_awsx_makes_is_tagged_and_answers_under_the_services_names()
    {
        var network = (await LakeStack.OfAsync("uat")).Only("awsx:ec2:Vpc");

        Assert.Equal("uat", network.Text("tags.stack"));
        Assert.True(network.Flag("enableDnsHostnames"));
        Assert.True(network.Flag("enableDnsSupport"));
    }

    [Fact]
    public async Task The_default_group_loses_its_rules()
    {
        var group = (await LakeStack.OfAsync("prod")).Only("ec2/defaultSecurityGroup:DefaultSecurityGroup");

        Assert.Empty(group.List("ingress"));
        Assert.Empty(group.List("egress"));
    }

    [Fact]
    public async Task Flow_logs_of_the_whole_network_go_to_an_encrypted_group()
    {
        var graph = await LakeStack.OfAsync("prod");
        var log = graph.Only("ec2/flowLog:FlowLog");
        var group = graph.OfType("cloudwatch/logGroup:LogGroup").Single(group => group.Arn == log.Text("logDestination"));

        Assert.Equal(graph.Outputs["vpc"], log.Text("vpcId"));
        Assert.Equal("ALL", log.Text("trafficType"));
        Assert.Equal("/recommender/prod/flow-logs", group.Text("name"));
        Assert.Equal(90, group.Number("retentionInDays"));
        Assert.Equal(graph.Outputs["key"], group.Text("kmsKeyId"));
        var role = IamRole.ByArn(graph, log.Text("iamRoleArn")!);
        Assert.True(role.TrustsService("vpc-flow-logs.amazonaws.com", ("aws:SourceAccount", CloudNames.Account)));
        Assert.False(role.TrustsService("vpc-flow-logs.amazonaws.com", ("aws:SourceAccount", "999999999999")));
        Assert.True(role.May("logs:PutLogEvents", $"{group.Arn}:log-stream:eni-1"));
        Assert.False(role.May("logs:PutLogEvents", CloudNames.Arn("logs", "log-group:/recommender/prod/jobs:log-stream:x")));
        Assert.False(role.May("logs:DeleteLogGroup", group.Arn));
    }

    [Theory]
    [InlineData("uat", 1)]
    [InlineData("prod", 2)]
    public async Task Interface_endpoints_are_private_in_as_many_zones_as_wanted(string stack, int zones)
    {
        var graph = await LakeStack.OfAsync(stack);
        var endpoints = graph.OfType(Endpoint).Where(endpoint => endpoint.Text("vpcEndpointType") == "Interface").ToList();
        string[] services = ["athena", "ecr.api", "ecr.dkr", "glue", "logs", "secretsmanager", "states", "sts"];

        Assert.Equal(
            services,
            endpoints.Select(endpoint => endpoint.Text("serviceName")!.Replace("com.amazonaws.eu-west-1.", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(endpoints, endpoint =>
        {
            Assert.True(endpoint.Flag("privateDnsEnabled"));
            Assert.Equal(zones, endpoint.List("subnetIds").Length);
            Assert.Equal([graph.Outputs["endpoints"]!], endpoint.List("securityGroupIds"));
        });
    }

    [Fact]
    public async Task The_gateway_to_S3_is_in_every_route_table()
    {
        var graph = await LakeStack.OfAsync("prod");
        var gateway = graph.OfType(Endpoint).Single(endpoint => endpoint.Text("vpcEndpointType") == "Gateway");

        Assert.Equal("com.amazonaws.eu-west-1.s3", gateway.Text("serviceName"));
        Assert.Equal(3, gateway.List("routeTableIds").Distinct().Count());
    }

    [Fact]
    public async Task Endpoints_are_reached_from_the_network_by_HTTPS_alone()
    {
        var graph = await LakeStack.OfAsync("uat");
        var rule = graph.Only("vpc/securityGroupIngressRule:SecurityGroupIngressRule");

        Assert.Equal(graph.Outputs["endpoints"], rule.Text("securityGroupId"));
        Assert.Equal("tcp 443 443 10.20.0.0/16", $"{rule.Text("ipProtocol")} {rule.Number("fromPort")} {rule.Number("toPort")} {rule.Text("cidrIpv4")}");
        Assert.Empty(graph.Referring(Egress, "securityGroupId", graph.Get("ec2/securityGroup:SecurityGroup", "network-endpoints")));
    }

    [Fact]
    public async Task Jobs_go_out_to_endpoints_and_S3_only()
    {
        var graph = await LakeStack.OfAsync("prod");

        Assert.Equal(
            [
                $"443 {graph.Outputs["prefixList"]}",
                $"443 {graph.Outputs["endpoints"]}",
            ],
            Outward(graph));
    }

    [Fact]
    public async Task With_NAT_jobs_go_where_the_settings_say_too()
    {
        var graph = await LakeStack.WithAsync("uat", ("network.nat", true), ("network.egressCidrs", new System.Text.Json.Nodes.JsonArray("192.0.2.0/24", "198.51.100.8/32")));

        Assert.Equal(
            [
                "443 192.0.2.0/24",
                "443 198.51.100.8/32",
                $"443 {graph.Outputs["prefixList"]}",
                $"443 {graph.Outputs["endpoints"]}",
            ],
            Outward(graph));
    }

    private static IEnumerable<string> Outward(StackGraph graph) =>
        graph.OfType(Egress)
            .Where(rule => rule.Text("securityGroupId") == graph.Outputs["jobs"] as string && rule.Text("ipProtocol") == "tcp" && rule.Number("fromPort") == rule.Number("toPort"))
            .Select(rule => $"{rule.Number("fromPort")} {rule.Text("cidrIpv4") ?? rule.Text("prefixListId") ?? rule.Text("referencedSecurityGroupId")}")
            .Order(StringComparer.Ordinal);
}
