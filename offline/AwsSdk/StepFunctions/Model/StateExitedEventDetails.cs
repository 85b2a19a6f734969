namespace Amazon.StepFunctions.Model;

/// <summary>StateExitedEventDetails, a part of what Step Functions is asked or answers.</summary>
public partial class StateExitedEventDetails
{
    public string Name { get; set; }
    public string Output { get; set; }
}
