namespace Amazon.StepFunctions.Model;

/// <summary>TaskScheduledEventDetails, a part of what Step Functions is asked or answers.</summary>
public partial class TaskScheduledEventDetails
{
    public long? HeartbeatInSeconds { get; set; }
    public string Parameters { get; set; }
    public string Region { get; set; }
    public string Resource { get; set; }
    public string ResourceType { get; set; }
    public long? TimeoutInSeconds { get; set; }
}
