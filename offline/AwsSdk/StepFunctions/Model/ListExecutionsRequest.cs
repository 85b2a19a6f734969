namespace Amazon.StepFunctions.Model;

/// <summary>What Step Functions is asked by ListExecutions.</summary>
public partial class ListExecutionsRequest : AmazonStepFunctionsRequest
{
    public string MapRunArn { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public string StateMachineArn { get; set; }
    public ExecutionStatus StatusFilter { get; set; }
}
