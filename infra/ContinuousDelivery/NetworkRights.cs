using Pulumi;
using Recommender.Infra.Policies;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>Changing the network. EC2's ARNs have no names, so tags tell whose a thing is.</summary>
internal static class NetworkRights
{
    private static readonly string[] _kinds =
        ["elastic-ip", "internet-gateway", "natgateway", "route-table", "security-group", "security-group-rule", "subnet", "vpc-endpoint", "vpc-flow-log"];

    // What makes a thing, which may be tagged as it is made.
    private static readonly string[] _making =
    [
        "ec2:AllocateAddress", "ec2:AuthorizeSecurityGroupEgress", "ec2:AuthorizeSecurityGroupIngress", "ec2:CreateFlowLogs", "ec2:CreateInternetGateway",
        "ec2:CreateNatGateway", "ec2:CreateRouteTable", "ec2:CreateSecurityGroup", "ec2:CreateSubnet", "ec2:CreateVpcEndpoint",
    ];

    /// <summary>The statements.</summary>
    public static IReadOnlyList<PolicyStatement> Of(StackScope scope)
    {
        Input<string> network = scope.Any("ec2", "vpc/*");
        IReadOnlyList<Input<string>> parts = [.. _kinds.Select(kind => scope.Any("ec2", $"{kind}/*"))];
        return
        [
            // None of these knows a resource (service authorization reference, EC2).
            new("LookAtNetwork")
            {
                Actions =
                [
                    "ec2:DescribeAddresses", "ec2:DescribeAvailabilityZones", "ec2:DescribeFlowLogs", "ec2:DescribeInternetGateways",
                    "ec2:DescribeNatGateways", "ec2:DescribeNetworkAcls", "ec2:DescribeNetworkInterfaces", "ec2:DescribePrefixLists", "ec2:DescribeRouteTables",
                    "ec2:DescribeSecurityGroupRules", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcEndpoints",
                    "ec2:DescribeVpcs",
                ],
                Resources = ["*"],
            },
            new("MakeNetwork") { Actions = ["ec2:CreateVpc"], Resources = [network], Conditions = scope.New },

            // Parts need a network too, which must be the stack's already: the next statement says so. An endpoint also takes the main route
            // table, which comes with the network and has no tags.
            new("MakeParts") { Actions = _making, Resources = parts, Conditions = scope.New },
            new("ChangeOwn")
            {
                Actions =
                [
                    .. _making, "ec2:AssociateRouteTable", "ec2:AttachInternetGateway", "ec2:CreateRoute", "ec2:CreateTags", "ec2:DeleteFlowLogs", "ec2:DeleteInternetGateway",
                    "ec2:DeleteNatGateway", "ec2:DeleteRoute", "ec2:DeleteRouteTable", "ec2:DeleteSecurityGroup", "ec2:DeleteSubnet", "ec2:DeleteTags", "ec2:DeleteVpc",
                    "ec2:DeleteVpcEndpoints", "ec2:DescribeAddressesAttribute", "ec2:DescribeVpcAttribute", "ec2:DetachInternetGateway", "ec2:DisassociateAddress",
                    "ec2:DisassociateRouteTable", "ec2:ModifySecurityGroupRules", "ec2:ModifySubnetAttribute", "ec2:ModifyVpcAttribute", "ec2:ModifyVpcEndpoint", "ec2:ReleaseAddress", "ec2:ReplaceRoute",
                    "ec2:ReplaceRouteTableAssociation", "ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress",
                    "ec2:UpdateSecurityGroupRuleDescriptionsEgress", "ec2:UpdateSecurityGroupRuleDescriptionsIngress",
                ],
                Resources = [network, .. parts],
                Conditions = scope.Own,
            },

            // The default security group comes with the network, untagged: tagging makes it the stack's.
            new("Tag") { Actions = ["ec2:CreateTags"], Resources = [network, .. parts], Conditions = scope.Tagging },
        ];
    }
}
