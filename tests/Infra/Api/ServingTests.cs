using Recommender.Infra.Tests.Compute;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Api;

public sealed class ServingTests
{
    private const string Ingress = "vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Egress = "vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string Group = "ec2/securityGroup:SecurityGroup";
    private const string Service = "ecs/service:Service";

    [Theory]
    [InlineData("uat")]
    [InlineData("prod")]
    public async Task The_load_balancer_is_internal_and_drops_what_is_malformed(string stack)
    {
        var balancer = (await TaskStack.OfAsync(stack)).Only("lb/loadBalancer:LoadBalancer");

        Assert.True(balancer.Flag("internal"));
        Assert.True(balancer.Flag("dropInvalidHeaderFields"));
        Assert.Equal(stack == "prod", balancer.Flag("enableDeletionProtection"));
        Assert.Equal(stack == "prod" ? 3 : 2, balancer.List("subnets").Length);
    }

    [Fact]
    public async Task Its_access_logs_have_a_prefix_that_the_bucket_lets_load_balancers_write_to()
    {
        var graph = await TaskStack.OfAsync("prod");
        var logs = graph.Only("lb/loadBalancer:LoadBalancer");
        var bucket = logs.Text("accessLogs.bucket")!;
        var policy = PolicyFinder.Of(graph.OfType("s3/bucketPolicy:BucketPolicy").Single(policy => policy.Text("bucket") == bucket)).Single().Document;
        var balancing = IamPrincipal.Service("logdelivery.elasticloadbalancing.amazonaws.com");
        var written = $"arn:aws:s3:::{bucket}/{logs.Text("accessLogs.prefix")}/AWSLogs/{CloudNames.Account}/elasticloadbalancing/x.log.gz";

        Assert.True(logs.Flag("accessLogs.enabled"));
        Assert.Equal($"recommender-prod-logs-{CloudNames.Account}", bucket);
        Assert.True(policy.Lets(balancing, "s3:PutObject", written, ("aws:SecureTransport", "true")));
        Assert.False(policy.Lets(balancing, "s3:PutObject", written.Replace(CloudNames.Account + "/elastic", "999999999999/elastic", StringComparison.Ordinal), ("aws:SecureTransport", "true")));
        Assert.False(policy.Lets(balancing, "s3:GetObject", written, ("aws:SecureTransport", "true")));
        Assert.Contains("lake-logs", logs.Options.DependsOn);
    }

    [Fact]
    public async Task Requests_go_from_the_link_to_the_load_balancer_to_the_tasks_and_no_other_way()
    {
        var graph = await TaskStack.OfAsync("uat");
        var (link, balancer, service) = (Find("link"), Find("balancer"), Find("service"));

        Assert.Empty(graph.Referring(Ingress, "securityGroupId", link));
        Assert.Equal([(balancer.Id, 80)], Ways(link, Egress));
        Assert.Equal([(link.Id, 80)], Ways(balancer, Ingress));
        Assert.Equal([(service.Id, 8080)], Ways(balancer, Egress));
        Assert.Equal([(balancer.Id, 8080)], Ways(service, Ingress));
        Assert.Equal(new[] { (graph.Group("network-endpoints").Id, 443.0), (graph.Get("ec2/vpcEndpoint:VpcEndpoint", "network-s3").Output("prefixListId"), 443.0) }.Order(), Ways(service, Egress).Order());
        Assert.All(new[] { link, balancer, service }, group => Assert.Empty(group.List("ingress").Concat(group.List("egress"))));

        GraphResource Find(string thing) => graph.Get(Group, $"serving-access-{thing}");
        IEnumerable<(string, double)> Ways(GraphResource group, string type) => graph.Referring(type, "securityGroupId", group).Select(rule =>
        {
            Assert.Equal("tcp", rule.Text("ipProtocol"));
            Assert.Equal(rule.Number("fromPort"), rule.Number("toPort"));
            Assert.Null(rule.At("cidrIpv4"));
            Assert.Null(rule.At("cidrIpv6"));
            return (rule.Text("referencedSecurityGroupId") ?? rule.Text("prefixListId")!, rule.Number("toPort")!.Value);
        });
    }

    [Fact]
    public async Task The_groups_belong_to_the_parts_that_they_are_for()
    {
        var graph = await TaskStack.OfAsync("prod");

        Assert.Equal([graph.Get(Group, "serving-access-balancer").Id], graph.Only("lb/loadBalancer:LoadBalancer").List("securityGroups"));
        Assert.Equal([graph.Get(Group, "serving-access-service").Id], graph.Only(Service).List("networkConfiguration.securityGroups"));
        Assert.Equal([graph.Get(Group, "serving-access-link").Id], graph.Only("apigatewayv2/vpcLink:VpcLink").List("securityGroupIds"));
    }

    [Theory]
    [InlineData("uat", 1)]
    [InlineData("prod", 2)]
    public async Task The_service_runs_privately_and_takes_back_what_does_not_become_healthy(string stack, int tasks)
    {
        var graph = await TaskStack.OfAsync(stack);
        var service = graph.Only(Service);

        Assert.False(service.Flag("networkConfiguration.assignPublicIp"));
        Assert.True(service.Flag("deploymentCircuitBreaker.enable"));
        Assert.True(service.Flag("deploymentCircuitBreaker.rollback"));
        Assert.Equal(100, service.Number("deploymentMinimumHealthyPercent"));
        Assert.Equal(200, service.Number("deploymentMaximumPercent"));
        Assert.True(service.Flag("waitForSteadyState"));
        Assert.False(service.Flag("enableExecuteCommand"));
        Assert.Equal("FARGATE", service.Text("launchType"));
        Assert.Equal(tasks, service.Number("desiredCount"));
        Assert.Equal(["desiredCount"], service.Options.IgnoreChanges);
        Assert.Equal(["serving-balancer-listener"], service.Options.DependsOn);
        Assert.Equal(graph.OfType("ecs/taskDefinition:TaskDefinition").Single(definition => definition.Text("family") == $"recommender-{stack}-serving").Arn, service.Text("taskDefinition"));
    }

    [Fact]
    public async Task The_load_balancer_asks_tasks_whether_they_are_ready()
    {
        var graph = await TaskStack.OfAsync("prod");
        var targets = graph.Only("lb/targetGroup:TargetGroup");
        var listener = graph.Only("lb/listener:Listener");

        Assert.Equal("ip", targets.Text("targetType"));
        Assert.Equal(8080, targets.Number("port"));
        Assert.Equal("/health", targets.Text("healthCheck.path"));
        Assert.Equal("200", targets.Text("healthCheck.matcher"));
        Assert.Null(targets.At("name"));
        Assert.Equal("forward", listener.Text("defaultActions[0].type"));
        Assert.Equal(targets.Arn, listener.Text("defaultActions[0].targetGroupArn"));
        Assert.Equal(targets.Arn, graph.Only(Service).Text("loadBalancers[0].targetGroupArn"));
        Assert.Equal("serving", graph.Only(Service).Text("loadBalancers[0].containerName"));
        Assert.Equal(8080, graph.Only(Service).Number("loadBalancers[0].containerPort"));
    }

    [Theory]
    [InlineData("uat", 1, 2, 10 * 60 / 2)]
    [InlineData("prod", 2, 10, 500 * 60 / 10)]
    public async Task The_number_of_tasks_follows_load_and_requests(string stack, int least, int most, int requests)
    {
        var graph = await TaskStack.OfAsync(stack);
        var target = graph.Only("appautoscaling/target:Target");
        var policies = graph.OfType("appautoscaling/policy:Policy").ToDictionary(policy => policy.Text("targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType")!);

        Assert.Equal($"service/recommender-{stack}-tasks/recommender-{stack}-serving", target.Text("resourceId"));
        Assert.Equal(least, target.Number("minCapacity"));
        Assert.Equal(most, target.Number("maxCapacity"));
        Assert.Equal(2, policies.Count);
        Assert.All(policies.Values, policy => Assert.Equal(target.Text("resourceId"), policy.Text("resourceId")));
        Assert.Equal(60, policies["ECSServiceAverageCPUUtilization"].Number("targetTrackingScalingPolicyConfiguration.targetValue"));
        Assert.Equal(requests, policies["ALBRequestCountPerTarget"].Number("targetTrackingScalingPolicyConfiguration.targetValue"));
        Assert.Equal(
            $"{graph.Only("lb/loadBalancer:LoadBalancer").Output("arnSuffix")}/{graph.Only("lb/targetGroup:TargetGroup").Output("arnSuffix")}",
            policies["ALBRequestCountPerTarget"].Text("targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.resourceLabel"));
    }
}
