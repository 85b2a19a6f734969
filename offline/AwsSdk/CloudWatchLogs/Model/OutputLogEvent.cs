using System;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>OutputLogEvent, a part of what CloudWatch Logs is asked or answers.</summary>
public partial class OutputLogEvent
{
    public DateTime? IngestionTime { get; set; }
    public string Message { get; set; }
    public DateTime? Timestamp { get; set; }
}
