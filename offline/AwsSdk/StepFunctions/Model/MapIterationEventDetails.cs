namespace Amazon.StepFunctions.Model;

/// <summary>MapIterationEventDetails, a part of what Step Functions is asked or answers.</summary>
public partial class MapIterationEventDetails
{
    public int? Index { get; set; }
    public string Name { get; set; }
}
