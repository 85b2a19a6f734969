namespace Amazon.StepFunctions.Model;

/// <summary>ExecutionSucceededEventDetails, a part of what Step Functions is asked or answers.</summary>
public partial class ExecutionSucceededEventDetails
{
    public string Output { get; set; }
}
