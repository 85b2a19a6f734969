using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What CloudWatch Logs answers to GetLogEvents.</summary>
public partial class GetLogEventsResponse : AmazonWebServiceResponse
{
    public List<OutputLogEvent> Events { get; set; }
    public string NextBackwardToken { get; set; }
    public string NextForwardToken { get; set; }
}
