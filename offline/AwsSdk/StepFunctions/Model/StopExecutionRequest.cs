namespace Amazon.StepFunctions.Model;

/// <summary>What Step Functions is asked by StopExecution.</summary>
public partial class StopExecutionRequest : AmazonStepFunctionsRequest
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string ExecutionArn { get; set; }
}
