namespace Amazon.StepFunctions.Model;

/// <summary>ExecutionFailedEventDetails, a part of what Step Functions is asked or answers.</summary>
public partial class ExecutionFailedEventDetails
{
    public string Cause { get; set; }
    public string Error { get; set; }
}
