using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Recommender.AwsSdk.Protocol;

/// <summary>Writes a request as the JSON protocol wants it. It runs once per call: the tries of one call have the same idempotency token.</summary>
internal sealed class OperationMarshaller(JsonService service) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private const string _suffix = "Request";

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var operation = input.GetType().Name[..^_suffix.Length];
        var request = new DefaultRequest(input, "Amazon." + service.ServiceId.Replace(" ", "", StringComparison.Ordinal))
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = service.Format.Write(input),
        };
        request.Headers["X-Amz-Target"] = $"{service.TargetPrefix}.{operation}";
        request.Headers["Content-Type"] = $"application/x-amz-json-{service.JsonVersion}";
        request.Headers[HeaderKeys.XAmzApiVersion] = service.ApiVersion;
        return request;
    }
}
