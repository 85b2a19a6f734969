using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>What every request to ECS is.</summary>
public partial class AmazonECSRequest : AmazonWebServiceRequest;
