using System.Collections.Generic;
using Recommender.AwsSdk.Protocol;

namespace Amazon.ECS.Model;

/// <summary>What ECS is asked by RunTask.</summary>
public partial class RunTaskRequest : AmazonECSRequest
{
    public List<CapacityProviderStrategyItem> CapacityProviderStrategy { get; set; }
    public string Cluster { get; set; }
    public int? Count { get; set; }
    public bool? EnableECSManagedTags { get; set; }
    public bool? EnableExecuteCommand { get; set; }
    public string Group { get; set; }
    public LaunchType LaunchType { get; set; }
    public NetworkConfiguration NetworkConfiguration { get; set; }
    public TaskOverride Overrides { get; set; }
    public string PlatformVersion { get; set; }
    public PropagateTags PropagateTags { get; set; }
    public string ReferenceId { get; set; }
    public string StartedBy { get; set; }
    public List<Tag> Tags { get; set; }
    public string TaskDefinition { get; set; }
    [IdempotencyToken]
    public string ClientToken { get; set; }
}
