using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>ECS answered with the error BlockedException.</summary>
public class BlockedException : AmazonECSException
{
    public BlockedException(string message)
        : base(message)
    {
    }

    public BlockedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public BlockedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
