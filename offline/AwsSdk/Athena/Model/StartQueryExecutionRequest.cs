using System.Collections.Generic;
using Recommender.AwsSdk.Protocol;

namespace Amazon.Athena.Model;

/// <summary>What Athena is asked by StartQueryExecution.</summary>
public partial class StartQueryExecutionRequest : AmazonAthenaRequest
{
    [IdempotencyToken]
    public string ClientRequestToken { get; set; }
    public List<string> ExecutionParameters { get; set; }
    public QueryExecutionContext QueryExecutionContext { get; set; }
    public string QueryString { get; set; }
    public ResultConfiguration ResultConfiguration { get; set; }
    public ResultReuseConfiguration ResultReuseConfiguration { get; set; }
    public string WorkGroup { get; set; }
}
