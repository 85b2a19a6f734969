using Pulumi;
using Recommender.Infra.Policies;
using Recommender.Infra.Settings;

namespace Recommender.Infra.Api;

/// <summary>Where the access logs of load balancers go in the bucket of logs.</summary>
public static class BalancerLogs
{
    /// <summary>Their prefix, without a slash.</summary>
    public const string Prefix = "load-balancer";

    /// <summary>
    /// What the bucket's policy must say. The service names no source in its request; that only this account's load balancers write
    /// here is in the path, which Elastic Load Balancing makes of the account that owns the load balancer.
    /// </summary>
    /// <param name="context">The stack.</param>
    /// <param name="bucketArn">The bucket of logs.</param>
    public static PolicyStatement Statement(StackContext context, Input<string> bucketArn) => new("DeliverBalancerLogs")
    {
        Actions = ["s3:PutObject"],
        Resources = [Output.Format($"{bucketArn}/{Prefix}/AWSLogs/{context.AccountId}/*")],
        Principals = [PolicyPrincipal.Services("logdelivery.elasticloadbalancing.amazonaws.com")],
    };
}
