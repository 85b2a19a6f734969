namespace Recommender.AwsSdk.Protocol;

/// <summary>One service that speaks AWS's JSON protocol: a POST to "/" whose header X-Amz-Target names the operation.</summary>
public sealed record JsonService
{
    /// <summary>The service's identifier, such as "CloudWatch Logs"; AWS_ENDPOINT_URL_CLOUDWATCH_LOGS is named after it.</summary>
    public required string ServiceId { get; init; }

    /// <summary>The first part of the host's name and the name it is signed for, such as "states".</summary>
    public required string EndpointPrefix { get; init; }

    /// <summary>What stands before the operation in X-Amz-Target.</summary>
    public required string TargetPrefix { get; init; }

    /// <summary>"1.0" or "1.1".</summary>
    public required string JsonVersion { get; init; }

    /// <summary>The date that is the API's version.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>Whether members begin with a small letter on the wire.</summary>
    public required bool CamelCase { get; init; }

    /// <summary>Whether times are milliseconds since 1970; seconds where false.</summary>
    public required bool TimesInMilliseconds { get; init; }

    /// <summary>The exceptions of the errors that have a class of their own, by error code.</summary>
    public required IReadOnlyDictionary<string, NewServiceException> Errors { get; init; }

    /// <summary>The exception of any other error.</summary>
    public required NewServiceException OtherError { get; init; }

    internal WireFormat Format => field ??= new WireFormat(CamelCase, TimesInMilliseconds);
}
