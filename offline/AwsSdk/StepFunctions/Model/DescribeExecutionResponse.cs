using System;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>What Step Functions answers to DescribeExecution.</summary>
public partial class DescribeExecutionResponse : AmazonWebServiceResponse
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string ExecutionArn { get; set; }
    public string Input { get; set; }
    public string MapRunArn { get; set; }
    public string Name { get; set; }
    public string Output { get; set; }
    public DateTime? StartDate { get; set; }
    public string StateMachineArn { get; set; }
    public ExecutionStatus Status { get; set; }
    public DateTime? StopDate { get; set; }
    public string TraceHeader { get; set; }
}
