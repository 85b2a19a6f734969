namespace Amazon.StepFunctions.Model;

/// <summary>TaskStartedEventDetails, a part of what Step Functions is asked or answers.</summary>
public partial class TaskStartedEventDetails
{
    public string Resource { get; set; }
    public string ResourceType { get; set; }
}
