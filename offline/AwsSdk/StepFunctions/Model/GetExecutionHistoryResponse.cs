using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>What Step Functions answers to GetExecutionHistory.</summary>
public partial class GetExecutionHistoryResponse : AmazonWebServiceResponse
{
    public List<HistoryEvent> Events { get; set; }
    public string NextToken { get; set; }
}
