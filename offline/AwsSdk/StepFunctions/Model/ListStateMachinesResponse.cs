using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>What Step Functions answers to ListStateMachines.</summary>
public partial class ListStateMachinesResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }
    public List<StateMachineListItem> StateMachines { get; set; }
}
