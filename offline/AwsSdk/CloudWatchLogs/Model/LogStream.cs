using System;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>LogStream, a part of what CloudWatch Logs is asked or answers.</summary>
public partial class LogStream
{
    public string Arn { get; set; }
    public DateTime? CreationTime { get; set; }
    public DateTime? FirstEventTimestamp { get; set; }
    public DateTime? LastEventTimestamp { get; set; }
    public DateTime? LastIngestionTime { get; set; }
    public string LogStreamName { get; set; }
    public long? StoredBytes { get; set; }
    public string UploadSequenceToken { get; set; }
}
