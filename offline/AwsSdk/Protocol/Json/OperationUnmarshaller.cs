using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Recommender.AwsSdk.Protocol;

/// <summary>Reads an answer, or the error that came in its place.</summary>
internal sealed class OperationUnmarshaller<TResponse>(JsonService service) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) => service.Format.Read<TResponse>(input.Stream);

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        var create = service.Errors.GetValueOrDefault(error.Code ?? "") ?? service.OtherError;
        var exception = create(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
        service.Format.Fill(exception, input.GetResponseBodyBytes());
        return exception;
    }
}
