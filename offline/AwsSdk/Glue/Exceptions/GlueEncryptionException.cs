using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Glue answered with the error GlueEncryptionException.</summary>
public class GlueEncryptionException : AmazonGlueException
{
    public GlueEncryptionException(string message)
        : base(message)
    {
    }

    public GlueEncryptionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public GlueEncryptionException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
