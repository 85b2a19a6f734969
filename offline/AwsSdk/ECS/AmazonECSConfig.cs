using Recommender.AwsSdk.Protocol;

namespace Amazon.ECS;

/// <summary>Where ECS is, how often a call is tried and how long it may take; what is not set comes from the environment.</summary>
public class AmazonECSConfig() : JsonServiceConfig(ECSService.Description);
