namespace Amazon.StepFunctions.Model;

/// <summary>What Step Functions is asked by DescribeExecution.</summary>
public partial class DescribeExecutionRequest : AmazonStepFunctionsRequest
{
    public string ExecutionArn { get; set; }
}
