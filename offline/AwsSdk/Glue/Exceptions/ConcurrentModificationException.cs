using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Glue answered with the error ConcurrentModificationException.</summary>
public class ConcurrentModificationException : AmazonGlueException
{
    public ConcurrentModificationException(string message)
        : base(message)
    {
    }

    public ConcurrentModificationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ConcurrentModificationException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
