namespace Amazon.StepFunctions.Model;

/// <summary>TaskTimedOutEventDetails, a part of what Step Functions is asked or answers.</summary>
public partial class TaskTimedOutEventDetails
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string Resource { get; set; }
    public string ResourceType { get; set; }
}
