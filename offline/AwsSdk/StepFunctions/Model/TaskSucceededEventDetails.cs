namespace Amazon.StepFunctions.Model;

/// <summary>TaskSucceededEventDetails, a part of what Step Functions is asked or answers.</summary>
public partial class TaskSucceededEventDetails
{
    public string Output { get; set; }
    public string Resource { get; set; }
    public string ResourceType { get; set; }
}
