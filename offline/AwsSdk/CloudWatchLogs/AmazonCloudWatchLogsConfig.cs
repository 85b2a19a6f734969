using Recommender.AwsSdk.Protocol;

namespace Amazon.CloudWatchLogs;

/// <summary>Where CloudWatch Logs is, how often a call is tried and how long it may take; what is not set comes from the environment.</summary>
public class AmazonCloudWatchLogsConfig() : JsonServiceConfig(CloudWatchLogsService.Description);
