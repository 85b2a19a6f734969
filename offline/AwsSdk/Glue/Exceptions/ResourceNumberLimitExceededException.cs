using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Glue answered with the error ResourceNumberLimitExceededException.</summary>
public class ResourceNumberLimitExceededException : AmazonGlueException
{
    public ResourceNumberLimitExceededException(string message)
        : base(message)
    {
    }

    public ResourceNumberLimitExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ResourceNumberLimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
