using System;
using System.Collections.Generic;
using Amazon.ECS.Model;
using Recommender.AwsSdk.Protocol;

namespace Amazon.ECS;

/// <summary>How ECS is spoken to.</summary>
internal static class ECSService
{
    public static JsonService Description { get; } = new()
    {
        ServiceId = "ECS",
        EndpointPrefix = "ecs",
        TargetPrefix = "AmazonEC2ContainerServiceV20141113",
        JsonVersion = "1.1",
        ApiVersion = "2014-11-13",
        CamelCase = true,
        TimesInMilliseconds = false,
        OtherError = (message, inner, type, code, requestId, status) => new AmazonECSException(message, inner, type, code, requestId, status),
        Errors = new Dictionary<string, NewServiceException>(StringComparer.Ordinal)
        {
            ["AccessDeniedException"] = (message, inner, type, code, requestId, status) => new AccessDeniedException(message, inner, type, code, requestId, status),
            ["BlockedException"] = (message, inner, type, code, requestId, status) => new BlockedException(message, inner, type, code, requestId, status),
            ["ClientException"] = (message, inner, type, code, requestId, status) => new ClientException(message, inner, type, code, requestId, status),
            ["ClusterNotFoundException"] = (message, inner, type, code, requestId, status) => new ClusterNotFoundException(message, inner, type, code, requestId, status),
            ["ConflictException"] = (message, inner, type, code, requestId, status) => new ConflictException(message, inner, type, code, requestId, status),
            ["InvalidParameterException"] = (message, inner, type, code, requestId, status) => new InvalidParameterException(message, inner, type, code, requestId, status),
            ["PlatformTaskDefinitionIncompatibilityException"] = (message, inner, type, code, requestId, status) => new PlatformTaskDefinitionIncompatibilityException(message, inner, type, code, requestId, status),
            ["PlatformUnknownException"] = (message, inner, type, code, requestId, status) => new PlatformUnknownException(message, inner, type, code, requestId, status),
            ["ServerException"] = (message, inner, type, code, requestId, status) => new ServerException(message, inner, type, code, requestId, status),
            ["ServiceNotFoundException"] = (message, inner, type, code, requestId, status) => new ServiceNotFoundException(message, inner, type, code, requestId, status),
            ["UnsupportedFeatureException"] = (message, inner, type, code, requestId, status) => new UnsupportedFeatureException(message, inner, type, code, requestId, status),
        },
    };
}
