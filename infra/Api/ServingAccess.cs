using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Compute;
using Recommender.Infra.Networking;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Api;

/// <summary>Who reaches whom: the link the load balancer, that the tasks, and those nothing but AWS.</summary>
public sealed class ServingAccess : PlatformComponent
{
    private const int Https = 443;

    /// <summary>Creates the security groups and their rules.</summary>
    /// <param name="name">Their logical name.</param>
    /// <param name="args">What they are given.</param>
    /// <param name="options">Their resource options.</param>
    public ServingAccess(string name, ServingAccessArgs args, ComponentResourceOptions? options = null)
        : base("ServingAccess", name, args, options)
    {
        LinkGroupId = Group("link", "API Gateway's link: out to the load balancer", args);
        BalancerGroupId = Group("balancer", "The internal load balancer: in from the link, out to the tasks", args);
        ServiceGroupId = Group("service", "Serving tasks: in from the load balancer, out to AWS", args);

        Hop("link-balancer", LinkGroupId, BalancerGroupId, Balancer.Port, "Requests");
        Hop("balancer-service", BalancerGroupId, ServiceGroupId, Containers.ServingPort, "Requests and health checks");
        Out("service-endpoints", ServiceGroupId, Https, "HTTPS to interface endpoints", rule => rule.ReferencedSecurityGroupId = args.EndpointsSecurityGroupId);
        Out("service-s3", ServiceGroupId, Https, "HTTPS to S3 through its gateway", rule => rule.PrefixListId = args.S3PrefixListId);
        RegisterOutputs();
    }

    /// <summary>The group of API Gateway's link.</summary>
    public Output<string> LinkGroupId { get; }

    /// <summary>The group of the load balancer.</summary>
    public Output<string> BalancerGroupId { get; }

    /// <summary>The group of the tasks.</summary>
    public Output<string> ServiceGroupId { get; }

    // Pulumi names the groups: a name is unique in a network, so one of our own would block a replacement.
    private Output<string> Group(string thing, string description, ServingAccessArgs args) => new Aws.Ec2.SecurityGroup(Child(thing), new()
    {
        VpcId = args.VpcId,
        Description = description,
        Tags = { ["Name"] = Context.Name($"serving-{thing}") },
    }, Owned()).Id;

    private void Hop(string thing, Output<string> from, Output<string> to, int port, string description)
    {
        Out(thing, from, port, description, rule => rule.ReferencedSecurityGroupId = to);
        _ = new Aws.Vpc.SecurityGroupIngressRule(Child($"{thing}-in"), new()
        {
            SecurityGroupId = to,
            ReferencedSecurityGroupId = from,
            Description = description,
            IpProtocol = "tcp",
            FromPort = port,
            ToPort = port,
        }, Owned());
    }

    private void Out(string thing, Output<string> from, int port, string description, Action<Aws.Vpc.SecurityGroupEgressRuleArgs> to) =>
        Outward.Make(Child($"{thing}-out"), from, port, description, to, Owned());
}
