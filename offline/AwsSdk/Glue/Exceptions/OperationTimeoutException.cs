using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Glue answered with the error OperationTimeoutException.</summary>
public class OperationTimeoutException : AmazonGlueException
{
    public OperationTimeoutException(string message)
        : base(message)
    {
    }

    public OperationTimeoutException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public OperationTimeoutException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
