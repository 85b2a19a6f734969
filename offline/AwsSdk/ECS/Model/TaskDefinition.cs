using System;
using System.Collections.Generic;

namespace Amazon.ECS.Model;

/// <summary>TaskDefinition, a part of what ECS is asked or answers.</summary>
public partial class TaskDefinition
{
    public List<string> Compatibilities { get; set; }
    public List<ContainerDefinition> ContainerDefinitions { get; set; }
    public string Cpu { get; set; }
    public DateTime? DeregisteredAt { get; set; }
    public EphemeralStorage EphemeralStorage { get; set; }
    public string ExecutionRoleArn { get; set; }
    public string Family { get; set; }
    public IpcMode IpcMode { get; set; }
    public string Memory { get; set; }
    public NetworkMode NetworkMode { get; set; }
    public PidMode PidMode { get; set; }
    public DateTime? RegisteredAt { get; set; }
    public string RegisteredBy { get; set; }
    public List<string> RequiresCompatibilities { get; set; }
    public int? Revision { get; set; }
    public TaskDefinitionStatus Status { get; set; }
    public string TaskDefinitionArn { get; set; }
    public string TaskRoleArn { get; set; }
}
