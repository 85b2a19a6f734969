namespace Amazon.Athena.Model;

/// <summary>What Athena is asked by GetQueryExecution.</summary>
public partial class GetQueryExecutionRequest : AmazonAthenaRequest
{
    public string QueryExecutionId { get; set; }
}
