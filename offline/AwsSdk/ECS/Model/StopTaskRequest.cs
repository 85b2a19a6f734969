namespace Amazon.ECS.Model;

/// <summary>What ECS is asked by StopTask.</summary>
public partial class StopTaskRequest : AmazonECSRequest
{
    public string Cluster { get; set; }
    public string Reason { get; set; }
    public string Task { get; set; }
}
