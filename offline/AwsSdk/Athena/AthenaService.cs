using System;
using System.Collections.Generic;
using Amazon.Athena.Model;
using Recommender.AwsSdk.Protocol;

namespace Amazon.Athena;

/// <summary>How Athena is spoken to.</summary>
internal static class AthenaService
{
    public static JsonService Description { get; } = new()
    {
        ServiceId = "Athena",
        EndpointPrefix = "athena",
        TargetPrefix = "AmazonAthena",
        JsonVersion = "1.1",
        ApiVersion = "2017-05-18",
        CamelCase = false,
        TimesInMilliseconds = false,
        OtherError = (message, inner, type, code, requestId, status) => new AmazonAthenaException(message, inner, type, code, requestId, status),
        Errors = new Dictionary<string, NewServiceException>(StringComparer.Ordinal)
        {
            ["InternalServerException"] = (message, inner, type, code, requestId, status) => new InternalServerException(message, inner, type, code, requestId, status),
            ["InvalidRequestException"] = (message, inner, type, code, requestId, status) => new InvalidRequestException(message, inner, type, code, requestId, status),
            ["TooManyRequestsException"] = (message, inner, type, code, requestId, status) => new TooManyRequestsException(message, inner, type, code, requestId, status),
        },
    };
}
