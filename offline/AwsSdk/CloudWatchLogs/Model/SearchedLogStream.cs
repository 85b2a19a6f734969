namespace Amazon.CloudWatchLogs.Model;

/// <summary>SearchedLogStream, a part of what CloudWatch Logs is asked or answers.</summary>
public partial class SearchedLogStream
{
    public string LogStreamName { get; set; }
    public bool? SearchedCompletely { get; set; }
}
