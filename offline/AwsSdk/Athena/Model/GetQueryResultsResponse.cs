using Amazon.Runtime;

namespace Amazon.Athena.Model;

/// <summary>What Athena answers to GetQueryResults.</summary>
public partial class GetQueryResultsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }
    public ResultSet ResultSet { get; set; }
    public long? UpdateCount { get; set; }
}
