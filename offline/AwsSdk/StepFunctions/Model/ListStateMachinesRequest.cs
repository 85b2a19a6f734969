namespace Amazon.StepFunctions.Model;

/// <summary>What Step Functions is asked by ListStateMachines.</summary>
public partial class ListStateMachinesRequest : AmazonStepFunctionsRequest
{
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
}
