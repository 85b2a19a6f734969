namespace Amazon.StepFunctions.Model;

/// <summary>What Step Functions is asked by DescribeStateMachine.</summary>
public partial class DescribeStateMachineRequest : AmazonStepFunctionsRequest
{
    public string StateMachineArn { get; set; }
}
