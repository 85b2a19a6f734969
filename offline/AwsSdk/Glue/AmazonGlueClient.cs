using System.Threading;
using System.Threading.Tasks;
using Amazon.Glue.Model;
using Amazon.Runtime;
using Recommender.AwsSdk.Protocol;

namespace Amazon.Glue;

/// <summary>Asks Glue over HTTP. Safe to share between threads; one for a program is enough.</summary>
public class AmazonGlueClient : JsonServiceClient, IAmazonGlue
{
    /// <summary>Credentials and region are the environment's.</summary>
    public AmazonGlueClient()
        : base(new AmazonGlueConfig())
    {
    }

    /// <summary>Credentials are the environment's.</summary>
    public AmazonGlueClient(RegionEndpoint region)
        : base(new AmazonGlueConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials are the environment's.</summary>
    public AmazonGlueClient(AmazonGlueConfig config)
        : base(config)
    {
    }

    /// <summary>The region is the environment's.</summary>
    public AmazonGlueClient(AWSCredentials credentials)
        : base(credentials, new AmazonGlueConfig())
    {
    }

    public AmazonGlueClient(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonGlueConfig { RegionEndpoint = region })
    {
    }

    public AmazonGlueClient(AWSCredentials credentials, AmazonGlueConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override JsonService Service => GlueService.Description;

    public virtual Task<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateTableResponse>(request, cancellationToken);

    public virtual Task<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteTableResponse>(request, cancellationToken);

    public virtual Task<GetDatabaseResponse> GetDatabaseAsync(GetDatabaseRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetDatabaseResponse>(request, cancellationToken);

    public virtual Task<GetTableResponse> GetTableAsync(GetTableRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTableResponse>(request, cancellationToken);

    public virtual Task<GetTablesResponse> GetTablesAsync(GetTablesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTablesResponse>(request, cancellationToken);

    public virtual Task<UpdateTableResponse> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateTableResponse>(request, cancellationToken);
}
