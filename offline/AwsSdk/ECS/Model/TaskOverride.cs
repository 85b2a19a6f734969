using System.Collections.Generic;

namespace Amazon.ECS.Model;

/// <summary>TaskOverride, a part of what ECS is asked or answers.</summary>
public partial class TaskOverride
{
    public List<ContainerOverride> ContainerOverrides { get; set; }
    public string Cpu { get; set; }
    public EphemeralStorage EphemeralStorage { get; set; }
    public string ExecutionRoleArn { get; set; }
    public string Memory { get; set; }
    public string TaskRoleArn { get; set; }
}
