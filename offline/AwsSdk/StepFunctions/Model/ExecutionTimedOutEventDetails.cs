namespace Amazon.StepFunctions.Model;

/// <summary>ExecutionTimedOutEventDetails, a part of what Step Functions is asked or answers.</summary>
public partial class ExecutionTimedOutEventDetails
{
    public string Cause { get; set; }
    public string Error { get; set; }
}
