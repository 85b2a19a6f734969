using System.Collections.Generic;

namespace Amazon.ECS.Model;

/// <summary>AwsVpcConfiguration, a part of what ECS is asked or answers.</summary>
public partial class AwsVpcConfiguration
{
    public AssignPublicIp AssignPublicIp { get; set; }
    public List<string> SecurityGroups { get; set; }
    public List<string> Subnets { get; set; }
}
