using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.Athena.Model;

/// <summary>Athena answered with the error InternalServerException.</summary>
public class InternalServerException : AmazonAthenaException
{
    public InternalServerException(string message)
        : base(message)
    {
    }

    public InternalServerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InternalServerException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
