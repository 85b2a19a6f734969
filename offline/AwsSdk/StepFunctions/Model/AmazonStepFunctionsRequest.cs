using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>What every request to Step Functions is.</summary>
public partial class AmazonStepFunctionsRequest : AmazonWebServiceRequest;
