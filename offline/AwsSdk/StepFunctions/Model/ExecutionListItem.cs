using System;

namespace Amazon.StepFunctions.Model;

/// <summary>ExecutionListItem, a part of what Step Functions is asked or answers.</summary>
public partial class ExecutionListItem
{
    public string ExecutionArn { get; set; }
    public int? ItemCount { get; set; }
    public string MapRunArn { get; set; }
    public string Name { get; set; }
    public DateTime? StartDate { get; set; }
    public string StateMachineArn { get; set; }
    public ExecutionStatus Status { get; set; }
    public DateTime? StopDate { get; set; }
}
