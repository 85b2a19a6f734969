using Amazon.Runtime;

namespace Amazon.Athena.Model;

/// <summary>What Athena answers to StartQueryExecution.</summary>
public partial class StartQueryExecutionResponse : AmazonWebServiceResponse
{
    public string QueryExecutionId { get; set; }
}
