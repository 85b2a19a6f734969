using Amazon.Runtime;

namespace Recommender.AwsSdk.Protocol;

/// <summary>What AWS_DEFAULTS_MODE can name: how long to wait for a connection, by where the program runs.</summary>
internal static class ConfigurationModes
{
    public static IReadOnlyList<IDefaultConfiguration> All { get; } =
    [
        Mode(DefaultConfigurationMode.Standard, 3.1),
        Mode(DefaultConfigurationMode.InRegion, 1.1),
        Mode(DefaultConfigurationMode.CrossRegion, 3.1),
        Mode(DefaultConfigurationMode.Mobile, 30),
        Mode(DefaultConfigurationMode.Auto, 1.1),
    ];

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, double connectSeconds)
    {
        var limit = TimeSpan.FromSeconds(connectSeconds);
        return new DefaultConfiguration
        {
            Name = name,
            RetryMode = RequestRetryMode.Standard,
            S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
            ConnectTimeout = limit,
            TlsNegotiationTimeout = limit,
        };
    }
}
