using Amazon.Runtime;

namespace Amazon.Athena.Model;

/// <summary>What Athena answers to StopQueryExecution.</summary>
public partial class StopQueryExecutionResponse : AmazonWebServiceResponse;
