using System.Threading;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Recommender.AwsSdk.Protocol;

namespace Amazon.ECS;

/// <summary>Asks ECS over HTTP. Safe to share between threads; one for a program is enough.</summary>
public class AmazonECSClient : JsonServiceClient, IAmazonECS
{
    /// <summary>Credentials and region are the environment's.</summary>
    public AmazonECSClient()
        : base(new AmazonECSConfig())
    {
    }

    /// <summary>Credentials are the environment's.</summary>
    public AmazonECSClient(RegionEndpoint region)
        : base(new AmazonECSConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials are the environment's.</summary>
    public AmazonECSClient(AmazonECSConfig config)
        : base(config)
    {
    }

    /// <summary>The region is the environment's.</summary>
    public AmazonECSClient(AWSCredentials credentials)
        : base(credentials, new AmazonECSConfig())
    {
    }

    public AmazonECSClient(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonECSConfig { RegionEndpoint = region })
    {
    }

    public AmazonECSClient(AWSCredentials credentials, AmazonECSConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override JsonService Service => ECSService.Description;

    public virtual System.Threading.Tasks.Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(DescribeTaskDefinitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeTaskDefinitionResponse>(request, cancellationToken);

    public virtual System.Threading.Tasks.Task<DescribeTasksResponse> DescribeTasksAsync(DescribeTasksRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeTasksResponse>(request, cancellationToken);

    public virtual System.Threading.Tasks.Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListTasksResponse>(request, cancellationToken);

    public virtual System.Threading.Tasks.Task<RunTaskResponse> RunTaskAsync(RunTaskRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<RunTaskResponse>(request, cancellationToken);

    public virtual System.Threading.Tasks.Task<StopTaskResponse> StopTaskAsync(StopTaskRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StopTaskResponse>(request, cancellationToken);
}
