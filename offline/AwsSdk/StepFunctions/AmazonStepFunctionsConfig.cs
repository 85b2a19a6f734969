using Recommender.AwsSdk.Protocol;

namespace Amazon.StepFunctions;

/// <summary>Where Step Functions is, how often a call is tried and how long it may take; what is not set comes from the environment.</summary>
public class AmazonStepFunctionsConfig() : JsonServiceConfig(StepFunctionsService.Description);
