namespace Amazon.Athena.Model;

/// <summary>QueryExecutionStatistics, a part of what Athena is asked or answers.</summary>
public partial class QueryExecutionStatistics
{
    public string DataManifestLocation { get; set; }
    public long? DataScannedInBytes { get; set; }
    public long? EngineExecutionTimeInMillis { get; set; }
    public long? QueryPlanningTimeInMillis { get; set; }
    public long? QueryQueueTimeInMillis { get; set; }
    public ResultReuseInformation ResultReuseInformation { get; set; }
    public long? ServiceProcessingTimeInMillis { get; set; }
    public long? TotalExecutionTimeInMillis { get; set; }
}
