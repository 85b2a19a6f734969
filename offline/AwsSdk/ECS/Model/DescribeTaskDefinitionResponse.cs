using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>What ECS answers to DescribeTaskDefinition.</summary>
public partial class DescribeTaskDefinitionResponse : AmazonWebServiceResponse
{
    public List<Tag> Tags { get; set; }
    public TaskDefinition TaskDefinition { get; set; }
}
