using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Glue answered with the error EntityNotFoundException.</summary>
public class EntityNotFoundException : AmazonGlueException
{
    public EntityNotFoundException(string message)
        : base(message)
    {
    }

    public EntityNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public EntityNotFoundException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
