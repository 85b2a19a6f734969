using System.Collections.Generic;

namespace Amazon.ECS.Model;

/// <summary>What ECS is asked by DescribeTaskDefinition.</summary>
public partial class DescribeTaskDefinitionRequest : AmazonECSRequest
{
    public List<string> Include { get; set; }
    public string TaskDefinition { get; set; }
}
