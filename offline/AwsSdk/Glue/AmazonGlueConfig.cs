using Recommender.AwsSdk.Protocol;

namespace Amazon.Glue;

/// <summary>Where Glue is, how often a call is tried and how long it may take; what is not set comes from the environment.</summary>
public class AmazonGlueConfig() : JsonServiceConfig(GlueService.Description);
