using System;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What CloudWatch Logs is asked by GetLogEvents.</summary>
public partial class GetLogEventsRequest : AmazonCloudWatchLogsRequest
{
    public DateTime? EndTime { get; set; }
    public int? Limit { get; set; }
    public string LogGroupIdentifier { get; set; }
    public string LogGroupName { get; set; }
    public string LogStreamName { get; set; }
    public string NextToken { get; set; }
    public bool? StartFromHead { get; set; }
    public DateTime? StartTime { get; set; }
    public bool? Unmask { get; set; }
}
