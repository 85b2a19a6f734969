using System.Collections.Generic;

namespace Amazon.ECS.Model;

/// <summary>What ECS is asked by DescribeTasks.</summary>
public partial class DescribeTasksRequest : AmazonECSRequest
{
    public string Cluster { get; set; }
    public List<string> Include { get; set; }
    public List<string> Tasks { get; set; }
}
