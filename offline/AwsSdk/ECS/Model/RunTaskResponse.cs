using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>What ECS answers to RunTask.</summary>
public partial class RunTaskResponse : AmazonWebServiceResponse
{
    public List<Failure> Failures { get; set; }
    public List<Task> Tasks { get; set; }
}
