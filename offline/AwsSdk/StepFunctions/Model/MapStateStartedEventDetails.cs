namespace Amazon.StepFunctions.Model;

/// <summary>MapStateStartedEventDetails, a part of what Step Functions is asked or answers.</summary>
public partial class MapStateStartedEventDetails
{
    public int? Length { get; set; }
}
