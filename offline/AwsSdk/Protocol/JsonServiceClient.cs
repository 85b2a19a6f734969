using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Recommender.AwsSdk.Protocol;

/// <summary>A client over AWSSDK.Core's pipeline: credentials, signing, retries and time limits are Core's, the wire format is here.</summary>
public abstract class JsonServiceClient : AmazonServiceClient
{
    protected JsonServiceClient(JsonServiceConfig config)
        : base(config)
    {
    }

    protected JsonServiceClient(AWSCredentials credentials, JsonServiceConfig config)
        : base(credentials, config)
    {
    }

    /// <summary>The service asked. The base class reads it before a derived constructor has run, so it must not come from a field.</summary>
    protected abstract JsonService Service { get; }

    protected override IServiceMetadata ServiceMetadata => new NamedService(Service.ServiceId);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SignatureVersion4());
    }

    /// <summary>Calls the operation that the request's class is named after.</summary>
    protected Task<TResponse> CallAsync<TResponse>(AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new()
    {
        ArgumentNullException.ThrowIfNull(request);
        var options = new InvokeOptions
        {
            RequestMarshaller = new OperationMarshaller(Service),
            ResponseUnmarshaller = new OperationUnmarshaller<TResponse>(Service),
        };
        return InvokeAsync<TResponse>(request, options, cancellationToken);
    }
}
