using System.Collections.Generic;

namespace Amazon.ECS.Model;

/// <summary>ContainerOverride, a part of what ECS is asked or answers.</summary>
public partial class ContainerOverride
{
    public List<string> Command { get; set; }
    public int? Cpu { get; set; }
    public List<KeyValuePair> Environment { get; set; }
    public int? Memory { get; set; }
    public int? MemoryReservation { get; set; }
    public string Name { get; set; }
}
