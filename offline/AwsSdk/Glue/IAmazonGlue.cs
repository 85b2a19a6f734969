using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Glue.Model;
using Amazon.Runtime;

namespace Amazon.Glue;

/// <summary>The operations of Glue that this program uses. A fault is an <see cref="AmazonGlueException"/> or a class below it.</summary>
public interface IAmazonGlue : IAmazonService, IDisposable
{
    Task<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default);

    Task<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default);

    Task<GetDatabaseResponse> GetDatabaseAsync(GetDatabaseRequest request, CancellationToken cancellationToken = default);

    Task<GetTableResponse> GetTableAsync(GetTableRequest request, CancellationToken cancellationToken = default);

    Task<GetTablesResponse> GetTablesAsync(GetTablesRequest request, CancellationToken cancellationToken = default);

    Task<UpdateTableResponse> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonGlueConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonGlueClient(awsCredentials, (AmazonGlueConfig)clientConfig);
}
