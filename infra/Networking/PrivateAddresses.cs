using Pulumi;

namespace Recommender.Infra.Networking;

/// <summary>
/// Keeps public addresses off whatever is started in a public subnet. awsx makes public subnets assign them and has no argument
/// against it, so the engine is asked to change its subnets on their way; NAT gateways bring elastic addresses of their own.
/// </summary>
internal static class PrivateAddresses
{
    private const string Subnet = "aws:ec2/subnet:Subnet";

    /// <summary>The transform of the component that makes the subnets.</summary>
    public static Task<ResourceTransformResult?> Keep(ResourceTransformArgs resource, CancellationToken cancellationToken = default) =>
        Task.FromResult<ResourceTransformResult?>(resource.Type == Subnet ? new ResourceTransformResult(resource.Args.SetItem("mapPublicIpOnLaunch", false), resource.Options) : null);
}
