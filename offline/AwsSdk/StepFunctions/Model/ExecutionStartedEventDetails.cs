namespace Amazon.StepFunctions.Model;

/// <summary>ExecutionStartedEventDetails, a part of what Step Functions is asked or answers.</summary>
public partial class ExecutionStartedEventDetails
{
    public string Input { get; set; }
    public string RoleArn { get; set; }
}
