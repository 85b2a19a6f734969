using System;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>What Step Functions answers to StartExecution.</summary>
public partial class StartExecutionResponse : AmazonWebServiceResponse
{
    public string ExecutionArn { get; set; }
    public DateTime? StartDate { get; set; }
}
