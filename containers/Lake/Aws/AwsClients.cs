using Amazon;
using Amazon.Athena;
using Amazon.Glue;
using Amazon.Runtime;
using Amazon.S3;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Aws;

/// <summary>The clients of AWS's services, made when they are first asked for, all with the same retries and time-outs.</summary>
public sealed class AwsClients : IDisposable
{
    private readonly AwsClientOptions _options;
    private readonly Lazy<IAmazonS3> _s3;
    private readonly Lazy<IAmazonAthena> _athena;
    private readonly Lazy<IAmazonGlue> _glue;

    /// <summary>Makes none yet.</summary>
    /// <param name="options">How they are made.</param>
    /// <exception cref="CallerException">The options have faults.</exception>
    public AwsClients(AwsClientOptions options)
    {
        var faults = options.Faults().ToList();
        if (faults.Count > 0)
        {
            throw new CallerException(string.Join(Environment.NewLine, faults));
        }

        _options = options;
        _s3 = new(() => Make("S3", () => new AmazonS3Client(Credentials, Configure(new AmazonS3Config { ForcePathStyle = HasOwnS3Endpoint }, "S3"))));
        _athena = new(() => Make("Athena", () => new AmazonAthenaClient(Credentials, Configure(new AmazonAthenaConfig(), "ATHENA"))));
        _glue = new(() => Make("Glue", () => new AmazonGlueClient(Credentials, Configure(new AmazonGlueConfig(), "GLUE"))));
    }

    /// <summary>S3; an endpoint of its own, such as an emulator's, is spoken to in path style.</summary>
    /// <exception cref="EnvironmentException">There are no credentials or no region.</exception>
    public IAmazonS3 S3 => _s3.Value;

    /// <summary>Athena.</summary>
    /// <exception cref="EnvironmentException">There are no credentials or no region.</exception>
    public IAmazonAthena Athena => _athena.Value;

    /// <summary>Glue.</summary>
    /// <exception cref="EnvironmentException">There are no credentials or no region.</exception>
    public IAmazonGlue Glue => _glue.Value;

    /// <summary>Sets region, endpoint, retries and time-outs of a client; for the services that have no client here.</summary>
    /// <param name="config">The client's configuration.</param>
    /// <param name="service">The service as <c>AWS_ENDPOINT_URL_SERVICE</c> calls it, such as <c>S3</c>.</param>
    /// <returns>The same.</returns>
    public T Configure<T>(T config, string service)
        where T : ClientConfig
    {
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = _options.Retries;
        config.ConnectTimeout = _options.ConnectTimeout;
        config.Timeout = _options.AnswerTimeout;
        if (_options.EndpointOf(service) is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = _options.Region ?? config.AuthenticationRegion;
        }
        else if (_options.Region is { } region)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return config;
    }

    /// <summary>The credentials of all clients.</summary>
    public AWSCredentials Credentials => _options.Credentials ?? Amazon.Runtime.Credentials.DefaultAWSCredentialsIdentityResolver.GetCredentials();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in new IDisposable?[] { Made(_s3), Made(_athena), Made(_glue) })
        {
            client?.Dispose();
        }
    }

    private static T? Made<T>(Lazy<T> client)
        where T : class => client.IsValueCreated ? client.Value : null;

    private static T Make<T>(string service, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception error) when (error is AmazonClientException or ArgumentException)
        {
            throw new EnvironmentException(
                $"{service} cannot be reached: {error.Message} Set AWS_REGION, and give credentials: AWS_PROFILE, 'aws sso login', or a role", error);
        }
    }

    private bool HasOwnS3Endpoint => _options.EndpointOf("S3") is not null
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_S3"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL"));
}
