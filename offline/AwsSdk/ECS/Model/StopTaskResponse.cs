using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>What ECS answers to StopTask.</summary>
public partial class StopTaskResponse : AmazonWebServiceResponse
{
    public Task Task { get; set; }
}
