using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Recommender.AwsSdk.Protocol;

/// <summary>The configuration of a client of one service: everything but the service's name is AWSSDK.Core's.</summary>
public abstract class JsonServiceConfig : ClientConfig
{
    private static readonly string _userAgent = InternalSDKUtils.BuildUserAgentString("4.0.0.0");
    private readonly JsonService _service;

    protected JsonServiceConfig(JsonService service)
        : base(new DefaultConfigurationProvider(ConfigurationModes.All))
    {
        _service = service;
        ServiceId = service.ServiceId;
        AuthenticationServiceName = service.EndpointPrefix;
        EndpointProvider = new RegionalEndpointProvider(service.EndpointPrefix);
    }

    public override string RegionEndpointServiceName => _service.EndpointPrefix;

    public override string ServiceVersion => _service.ApiVersion;

    public override string UserAgent => _userAgent;

    /// <summary>The endpoint that a call with these parameters goes to.</summary>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return EndpointProvider.ResolveEndpoint(RegionalEndpointResolver.Parameters(this, parameters.AlternateEndpoint));
    }
}
