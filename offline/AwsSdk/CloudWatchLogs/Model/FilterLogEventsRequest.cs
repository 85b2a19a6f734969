using System.Collections.Generic;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What CloudWatch Logs is asked by FilterLogEvents.</summary>
public partial class FilterLogEventsRequest : AmazonCloudWatchLogsRequest
{
    public long? EndTime { get; set; }
    public string FilterPattern { get; set; }
    public bool? Interleaved { get; set; }
    public int? Limit { get; set; }
    public string LogGroupIdentifier { get; set; }
    public string LogGroupName { get; set; }
    public string LogStreamNamePrefix { get; set; }
    public List<string> LogStreamNames { get; set; }
    public string NextToken { get; set; }
    public long? StartTime { get; set; }
    public bool? Unmask { get; set; }
}
