using Pulumi;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Networking;

/// <summary>Ways out of security groups, over TCP and one port each.</summary>
internal static class Outward
{
    /// <summary>Makes a way out.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="from">The group that it leads out of.</param>
    /// <param name="port">The port at its end.</param>
    /// <param name="description">What goes along it.</param>
    /// <param name="to">Sets where it leads: a group, a prefix list or a range of addresses.</param>
    /// <param name="options">Its options.</param>
    public static void Make(string name, Input<string> from, int port, string description, Action<Aws.Vpc.SecurityGroupEgressRuleArgs> to, CustomResourceOptions options)
    {
        var rule = new Aws.Vpc.SecurityGroupEgressRuleArgs { SecurityGroupId = from, Description = description, IpProtocol = "tcp", FromPort = port, ToPort = port };
        to(rule);
        _ = new Aws.Vpc.SecurityGroupEgressRule(name, rule, options);
    }
}
