namespace Amazon.StepFunctions.Model;

/// <summary>ExecutionAbortedEventDetails, a part of what Step Functions is asked or answers.</summary>
public partial class ExecutionAbortedEventDetails
{
    public string Cause { get; set; }
    public string Error { get; set; }
}
