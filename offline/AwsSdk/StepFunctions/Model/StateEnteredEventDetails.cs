namespace Amazon.StepFunctions.Model;

/// <summary>StateEnteredEventDetails, a part of what Step Functions is asked or answers.</summary>
public partial class StateEnteredEventDetails
{
    public string Input { get; set; }
    public string Name { get; set; }
}
