namespace Amazon.StepFunctions.Model;

/// <summary>What Step Functions is asked by StartExecution.</summary>
public partial class StartExecutionRequest : AmazonStepFunctionsRequest
{
    public string Input { get; set; }
    public string Name { get; set; }
    public string StateMachineArn { get; set; }
    public string TraceHeader { get; set; }
}
