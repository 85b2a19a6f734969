using Amazon.Runtime;

namespace Amazon.Athena.Model;

/// <summary>What Athena answers to GetQueryExecution.</summary>
public partial class GetQueryExecutionResponse : AmazonWebServiceResponse
{
    public QueryExecution QueryExecution { get; set; }
}
