using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.Athena.Model;

/// <summary>Athena answered with the error TooManyRequestsException.</summary>
public class TooManyRequestsException : AmazonAthenaException
{
    public TooManyRequestsException(string message)
        : base(message)
    {
    }

    public TooManyRequestsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TooManyRequestsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public ThrottleReason Reason { get; set; }
}
