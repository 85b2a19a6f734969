using Recommender.AwsSdk.Protocol;

namespace Amazon.Athena;

/// <summary>Where Athena is, how often a call is tried and how long it may take; what is not set comes from the environment.</summary>
public class AmazonAthenaConfig() : JsonServiceConfig(AthenaService.Description);
