using System;

namespace Amazon.StepFunctions.Model;

/// <summary>StateMachineListItem, a part of what Step Functions is asked or answers.</summary>
public partial class StateMachineListItem
{
    public DateTime? CreationDate { get; set; }
    public string Name { get; set; }
    public string StateMachineArn { get; set; }
    public StateMachineType Type { get; set; }
}
