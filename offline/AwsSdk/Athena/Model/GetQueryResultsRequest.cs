namespace Amazon.Athena.Model;

/// <summary>What Athena is asked by GetQueryResults.</summary>
public partial class GetQueryResultsRequest : AmazonAthenaRequest
{
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public string QueryExecutionId { get; set; }
}
