using System;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>What Step Functions answers to StopExecution.</summary>
public partial class StopExecutionResponse : AmazonWebServiceResponse
{
    public DateTime? StopDate { get; set; }
}
