using System.Globalization;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>No security group is open to all ports, nor to or from the whole world.</summary>
internal sealed class SecurityGroupRule : ISecurityRule
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Ids { get; } = ["CKV_AWS_382"];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(StackGraph graph) =>
    [
        .. graph.OfType("ec2/securityGroup:SecurityGroup").Concat(graph.OfType("ec2/defaultSecurityGroup:DefaultSecurityGroup"))
            .SelectMany(group => group.List("ingress").Concat(group.List("egress")).SelectMany(rule => Faults(group, rule))),
        .. graph.OfType("vpc/securityGroupIngressRule:SecurityGroupIngressRule").Concat(graph.OfType("vpc/securityGroupEgressRule:SecurityGroupEgressRule"))
            .Concat(graph.OfType("ec2/securityGroupRule:SecurityGroupRule"))
            .SelectMany(rule => Faults(rule, rule.Inputs)),
    ];

    private static IEnumerable<Finding> Faults(GraphResource resource, object rule)
    {
        // The three ways to write a rule name the same things differently.
        if ((GraphValue.At(rule, "ipProtocol") ?? GraphValue.At(rule, "protocol")) is "-1" or "all")
        {
            yield return new("CKV_AWS_382", resource, "is open for every protocol and port");
        }

        if (GraphValue.At(rule, "fromPort") is double from && GraphValue.At(rule, "toPort") is double to && to - from > 1000)
        {
            yield return new("CKV_AWS_382", resource, $"is open for ports {from} to {to}");
        }

        string[] single = ["cidrIpv4", "cidrIpv6"];
        string[] several = ["cidrBlocks", "ipv6CidrBlocks"];
        foreach (var range in single.Select(name => GraphValue.At(rule, name)).Concat(several.SelectMany(name => GraphValue.List(GraphValue.At(rule, name)))))
        {
            // The largest private range is a /8: whatever is larger is the world, or halves of it.
            if (range is string text && int.Parse(text[(text.IndexOf('/', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture) < 8)
            {
                yield return new("CKV_AWS_382", resource, $"is open to {text}");
            }
        }
    }
}
