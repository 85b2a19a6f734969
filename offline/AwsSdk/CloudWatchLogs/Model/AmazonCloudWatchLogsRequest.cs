using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What every request to CloudWatch Logs is.</summary>
public partial class AmazonCloudWatchLogsRequest : AmazonWebServiceRequest;
