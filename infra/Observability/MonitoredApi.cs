using Pulumi;

namespace Recommender.Infra.Observability;

/// <summary>The API, where the stack has one.</summary>
/// <param name="ApiId">The HTTP API.</param>
/// <param name="StageName">Its stage.</param>
/// <param name="LoadBalancerSuffix">The end of the load balancer's ARN, <c>app/NAME/ID</c>.</param>
/// <param name="TargetGroupSuffix">The end of the target group's ARN, <c>targetgroup/NAME/ID</c>.</param>
/// <param name="ClusterName">The cluster of the service.</param>
/// <param name="ServiceName">The service.</param>
public sealed record MonitoredApi(
    Input<string> ApiId, Input<string> StageName, Input<string> LoadBalancerSuffix, Input<string> TargetGroupSuffix, Input<string> ClusterName, Input<string> ServiceName);
