using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>What ECS answers to ListTasks.</summary>
public partial class ListTasksResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }
    public List<string> TaskArns { get; set; }
}
