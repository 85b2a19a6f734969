using Amazon.Runtime;

namespace Recommender.Lake.Aws;

/// <summary>How the clients of AWS are made. What is not given comes from where the SDK looks for it: environment, profile, the task's role.</summary>
public sealed record AwsClientOptions
{
    /// <summary>The default of <see cref="Retries"/>: 5.</summary>
    public const int DefaultRetries = 5;

    /// <summary>The default of <see cref="ConnectTimeout"/>: 10 s.</summary>
    public static readonly TimeSpan DefaultConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The default of <see cref="AnswerTimeout"/>: 60 s.</summary>
    public static readonly TimeSpan DefaultAnswerTimeout = TimeSpan.FromSeconds(60);

    /// <summary>How often a call is tried again after a fault of the transport or the service, or when it is throttled: 0 to 20, 5 by default.</summary>
    public int Retries { get; init; } = DefaultRetries;

    /// <summary>How long a connection may take to be made: 10 s by default.</summary>
    public TimeSpan ConnectTimeout { get; init; } = DefaultConnectTimeout;

    /// <summary>How long one attempt may take until its answer begins, the sending of its body included: 60 s by default.</summary>
    public TimeSpan AnswerTimeout { get; init; } = DefaultAnswerTimeout;

    /// <summary>An endpoint for all services, such as an emulator's; null for what <c>AWS_ENDPOINT_URL</c> or <c>AWS_ENDPOINT_URL_S3</c> say, or AWS's own.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>By service, as <c>AWS_ENDPOINT_URL_SERVICE</c> calls it, an endpoint of its own, which goes before <see cref="Endpoint"/>.</summary>
    public IReadOnlyDictionary<string, Uri> OwnEndpoints { get; init; } = new Dictionary<string, Uri>();

    /// <summary>The region; null for what <c>AWS_REGION</c> or the profile says.</summary>
    public string? Region { get; init; }

    /// <summary>The credentials; null for the SDK's chain.</summary>
    public AWSCredentials? Credentials { get; init; }

    /// <summary>A service's endpoint; null where the SDK finds it.</summary>
    public Uri? EndpointOf(string service) => OwnEndpoints.GetValueOrDefault(service) ?? Endpoint;

    /// <summary>All faults at once; empty where the options are sound.</summary>
    public IEnumerable<string> Faults()
    {
        if (Retries is < 0 or > 20)
        {
            yield return $"AWS: {Retries} retries: between 0 and 20";
        }

        if (ConnectTimeout <= TimeSpan.Zero || AnswerTimeout <= TimeSpan.Zero)
        {
            yield return $"AWS: time-outs of {ConnectTimeout} and {AnswerTimeout}: must be above 0";
        }

        if (Endpoint is { IsAbsoluteUri: false })
        {
            yield return $"AWS: the endpoint {Endpoint} is not a whole address: write one such as http://127.0.0.1:4566";
        }
    }
}
