using System.Collections.Generic;

namespace Amazon.ECS.Model;

/// <summary>Container, a part of what ECS is asked or answers.</summary>
public partial class Container
{
    public string ContainerArn { get; set; }
    public string Cpu { get; set; }
    public int? ExitCode { get; set; }
    public List<string> GpuIds { get; set; }
    public HealthStatus HealthStatus { get; set; }
    public string Image { get; set; }
    public string ImageDigest { get; set; }
    public string LastStatus { get; set; }
    public string Memory { get; set; }
    public string MemoryReservation { get; set; }
    public string Name { get; set; }
    public List<NetworkInterface> NetworkInterfaces { get; set; }
    public string Reason { get; set; }
    public string RuntimeId { get; set; }
    public string TaskArn { get; set; }
}
