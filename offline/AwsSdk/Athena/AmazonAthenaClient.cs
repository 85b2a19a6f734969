using System.Threading;
using System.Threading.Tasks;
using Amazon.Athena.Model;
using Amazon.Runtime;
using Recommender.AwsSdk.Protocol;

namespace Amazon.Athena;

/// <summary>Asks Athena over HTTP. Safe to share between threads; one for a program is enough.</summary>
public class AmazonAthenaClient : JsonServiceClient, IAmazonAthena
{
    /// <summary>Credentials and region are the environment's.</summary>
    public AmazonAthenaClient()
        : base(new AmazonAthenaConfig())
    {
    }

    /// <summary>Credentials are the environment's.</summary>
    public AmazonAthenaClient(RegionEndpoint region)
        : base(new AmazonAthenaConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials are the environment's.</summary>
    public AmazonAthenaClient(AmazonAthenaConfig config)
        : base(config)
    {
    }

    /// <summary>The region is the environment's.</summary>
    public AmazonAthenaClient(AWSCredentials credentials)
        : base(credentials, new AmazonAthenaConfig())
    {
    }

    public AmazonAthenaClient(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonAthenaConfig { RegionEndpoint = region })
    {
    }

    public AmazonAthenaClient(AWSCredentials credentials, AmazonAthenaConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override JsonService Service => AthenaService.Description;

    public virtual Task<GetQueryExecutionResponse> GetQueryExecutionAsync(GetQueryExecutionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetQueryExecutionResponse>(request, cancellationToken);

    public virtual Task<GetQueryResultsResponse> GetQueryResultsAsync(GetQueryResultsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetQueryResultsResponse>(request, cancellationToken);

    public virtual Task<StartQueryExecutionResponse> StartQueryExecutionAsync(StartQueryExecutionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StartQueryExecutionResponse>(request, cancellationToken);

    public virtual Task<StopQueryExecutionResponse> StopQueryExecutionAsync(StopQueryExecutionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StopQueryExecutionResponse>(request, cancellationToken);
}
