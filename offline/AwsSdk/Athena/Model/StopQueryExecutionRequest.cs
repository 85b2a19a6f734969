using Recommender.AwsSdk.Protocol;

namespace Amazon.Athena.Model;

/// <summary>What Athena is asked by StopQueryExecution.</summary>
public partial class StopQueryExecutionRequest : AmazonAthenaRequest
{
    [IdempotencyToken]
    public string QueryExecutionId { get; set; }
}
