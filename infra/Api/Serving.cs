using Pulumi;
using Recommender.Infra.Components;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Api;

/// <summary>
/// The recommendations API: an HTTP API that asks every caller for a token, a link into the private network, an internal load
/// balancer, and a service whose tasks come and go with the load.
/// </summary>
public sealed class Serving : PlatformComponent
{
    /// <summary>Creates the API.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="args">What it is given.</param>
    /// <param name="options">Its resource options.</param>
    public Serving(string name, ServingArgs args, ComponentResourceOptions? options = null)
        : base("Serving", name, args, options)
    {
        var access = new ServingAccess(Child("access"), new()
        {
            Context = Context,
            VpcId = args.VpcId,
            EndpointsSecurityGroupId = args.EndpointsSecurityGroupId,
            S3PrefixListId = args.S3PrefixListId,
        }, new() { Parent = this });
        var balancer = new Balancer(Child("balancer"), new()
        {
            Context = Context,
            VpcId = args.VpcId,
            SubnetIds = args.SubnetIds,
            SecurityGroupId = access.BalancerGroupId,
            Logs = args.Logs,
        }, new() { Parent = this });
        var service = new ServingService(Child("service"), new()
        {
            Context = Context,
            ClusterArn = args.ClusterArn,
            ClusterName = args.ClusterName,
            Task = args.Task,
            SubnetIds = args.SubnetIds,
            SecurityGroupId = access.ServiceGroupId,
            Balancer = balancer,
        }, new() { Parent = this });
        var gateway = new Gateway(Child("gateway"), new()
        {
            Context = Context,
            SubnetIds = args.SubnetIds,
            SecurityGroupId = access.LinkGroupId,
            ListenerArn = balancer.ListenerArn,
            KeyArn = args.KeyArn,
        }, new() { Parent = this });

        ApiUrl = gateway.Url;
        ApiId = gateway.ApiId;
        StageName = gateway.StageName;
        LoadBalancerSuffix = balancer.LoadBalancerSuffix;
        TargetGroupSuffix = balancer.TargetGroupSuffix;
        ServiceName = service.ServiceName;
        RegisterOutputs();
    }

    /// <summary>Where callers reach it.</summary>
    public Output<string> ApiUrl { get; }

    /// <summary>The API, as metrics name it.</summary>
    public Output<string> ApiId { get; }

    /// <summary>Its stage, as metrics name it.</summary>
    public Output<string> StageName { get; }

    /// <summary>The load balancer, as metrics name it.</summary>
    public Output<string> LoadBalancerSuffix { get; }

    /// <summary>The target group, as metrics name it.</summary>
    public Output<string> TargetGroupSuffix { get; }

    /// <summary>The service, as metrics name it.</summary>
    public Output<string> ServiceName { get; }
}
