using System;
using System.Collections.Generic;
using Amazon.CloudWatchLogs.Model;
using Recommender.AwsSdk.Protocol;

namespace Amazon.CloudWatchLogs;

/// <summary>How CloudWatch Logs is spoken to.</summary>
internal static class CloudWatchLogsService
{
    public static JsonService Description { get; } = new()
    {
        ServiceId = "CloudWatch Logs",
        EndpointPrefix = "logs",
        TargetPrefix = "Logs_20140328",
        JsonVersion = "1.1",
        ApiVersion = "2014-03-28",
        CamelCase = true,
        TimesInMilliseconds = true,
        OtherError = (message, inner, type, code, requestId, status) => new AmazonCloudWatchLogsException(message, inner, type, code, requestId, status),
        Errors = new Dictionary<string, NewServiceException>(StringComparer.Ordinal)
        {
            ["InvalidParameterException"] = (message, inner, type, code, requestId, status) => new InvalidParameterException(message, inner, type, code, requestId, status),
            ["ResourceNotFoundException"] = (message, inner, type, code, requestId, status) => new ResourceNotFoundException(message, inner, type, code, requestId, status),
            ["ServiceUnavailableException"] = (message, inner, type, code, requestId, status) => new ServiceUnavailableException(message, inner, type, code, requestId, status),
        },
    };
}
