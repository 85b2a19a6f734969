using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Recommender.AwsSdk.Protocol;

/// <summary>The endpoint that is configured, or the service's own in its region.</summary>
internal sealed class RegionalEndpointProvider(string prefix) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters["Endpoint"] is string configured && configured.Length > 0)
        {
            return new Endpoint(configured);
        }

        if (parameters["Region"] is not string region || region.Length == 0)
        {
            throw new AmazonClientException("No region is known: set AWS_REGION, or the region of the client's configuration");
        }

        if (parameters["UseDualStack"] is true)
        {
            throw new AmazonClientException("Dual-stack endpoints are not built here: leave UseDualstackEndpoint unset");
        }

        var host = parameters["UseFIPS"] is true ? prefix + "-fips" : prefix;
        return new Endpoint($"https://{host}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}");
    }
}
