using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Compute;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Api;

/// <summary>
/// The internal load balancer before the serving tasks. It speaks HTTP: callers' TLS ends at API Gateway, and from its link on requests
/// stay inside the private network, where only the link may come in; a certificate would need a domain, which a stack does not.
/// </summary>
public sealed class Balancer : PlatformComponent
{
    /// <summary>The port it listens on: 80.</summary>
    public const int Port = 80;

    /// <summary>Where a task says whether it is ready: <c>/health</c>.</summary>
    public const string HealthPath = "/health";

    /// <summary>Creates the load balancer.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="args">What it is given.</param>
    /// <param name="options">Its resource options.</param>
    public Balancer(string name, BalancerArgs args, ComponentResourceOptions? options = null)
        : base("Balancer", name, args, options)
    {
        var balancer = new Aws.LB.LoadBalancer(Child("alb"), new()
        {
            Name = Context.Name("serving"),
            LoadBalancerType = "application",
            Internal = true,
            Subnets = args.SubnetIds,
            SecurityGroups = { args.SecurityGroupId },
            DropInvalidHeaderFields = true,
            DesyncMitigationMode = "defensive",
            EnableDeletionProtection = Context.Production,
            IdleTimeout = 30, // seconds: longer than API Gateway waits
            AccessLogs = new Aws.LB.Inputs.LoadBalancerAccessLogsArgs { Bucket = args.Logs.Name, Prefix = BalancerLogs.Prefix, Enabled = true },
        }, Owned(args.Logs)); // it tries to write when logs are turned on, so the bucket's policy is there first

        // Pulumi names the group: it cannot go while the listener names it, so a replacement must have another name.
        var targets = new Aws.LB.TargetGroup(Child("targets"), new()
        {
            VpcId = args.VpcId,
            TargetType = "ip",
            Protocol = "HTTP",
            Port = Containers.ServingPort,
            DeregistrationDelay = 30, // seconds: longer than any request takes
            HealthCheck = new Aws.LB.Inputs.TargetGroupHealthCheckArgs
            {
                Path = HealthPath,
                Protocol = "HTTP",
                Matcher = "200",
                Interval = 10,
                Timeout = 5,
                HealthyThreshold = 2,
                UnhealthyThreshold = 3,
            },
            Tags = { ["Name"] = Context.Name("serving") },
        }, Owned());
        var listener = new Aws.LB.Listener(Child("listener"), new()
        {
            LoadBalancerArn = balancer.Arn,
            Protocol = "HTTP",
            Port = Port,
            DefaultActions = { new Aws.LB.Inputs.ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = targets.Arn } },
        }, Owned());

        Listener = listener;
        ListenerArn = listener.Arn;
        TargetGroupArn = targets.Arn;
        LoadBalancerSuffix = balancer.ArnSuffix;
        TargetGroupSuffix = targets.ArnSuffix;
        RegisterOutputs();
    }

    /// <summary>The listener: a service can only join a group that a load balancer uses.</summary>
    public Resource Listener { get; }

    /// <summary>The listener's ARN.</summary>
    public Output<string> ListenerArn { get; }

    /// <summary>The group that tasks join.</summary>
    public Output<string> TargetGroupArn { get; }

    /// <summary>The load balancer, as metrics name it.</summary>
    public Output<string> LoadBalancerSuffix { get; }

    /// <summary>The target group, as metrics name it.</summary>
    public Output<string> TargetGroupSuffix { get; }
}
