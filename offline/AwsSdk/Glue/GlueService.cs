using System;
using System.Collections.Generic;
using Amazon.Glue.Model;
using Recommender.AwsSdk.Protocol;

namespace Amazon.Glue;

/// <summary>How Glue is spoken to.</summary>
internal static class GlueService
{
    public static JsonService Description { get; } = new()
    {
        ServiceId = "Glue",
        EndpointPrefix = "glue",
        TargetPrefix = "AWSGlue",
        JsonVersion = "1.1",
        ApiVersion = "2017-03-31",
        CamelCase = false,
        TimesInMilliseconds = false,
        OtherError = (message, inner, type, code, requestId, status) => new AmazonGlueException(message, inner, type, code, requestId, status),
        Errors = new Dictionary<string, NewServiceException>(StringComparer.Ordinal)
        {
            ["AlreadyExistsException"] = (message, inner, type, code, requestId, status) => new AlreadyExistsException(message, inner, type, code, requestId, status),
            ["ConcurrentModificationException"] = (message, inner, type, code, requestId, status) => new ConcurrentModificationException(message, inner, type, code, requestId, status),
            ["EntityNotFoundException"] = (message, inner, type, code, requestId, status) => new EntityNotFoundException(message, inner, type, code, requestId, status),
            ["GlueEncryptionException"] = (message, inner, type, code, requestId, status) => new GlueEncryptionException(message, inner, type, code, requestId, status),
            ["InternalServiceException"] = (message, inner, type, code, requestId, status) => new InternalServiceException(message, inner, type, code, requestId, status),
            ["InvalidInputException"] = (message, inner, type, code, requestId, status) => new InvalidInputException(message, inner, type, code, requestId, status),
            ["OperationTimeoutException"] = (message, inner, type, code, requestId, status) => new OperationTimeoutException(message, inner, type, code, requestId, status),
            ["ResourceNotReadyException"] = (message, inner, type, code, requestId, status) => new ResourceNotReadyException(message, inner, type, code, requestId, status),
            ["ResourceNumberLimitExceededException"] = (message, inner, type, code, requestId, status) => new ResourceNumberLimitExceededException(message, inner, type, code, requestId, status),
        },
    };
}
