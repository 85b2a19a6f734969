using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Compute;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Api;

/// <summary>The serving tasks: a deployment that does not become healthy is taken back; their number follows the load.</summary>
public sealed class ServingService : PlatformComponent
{
    private const int SecondsPerMinute = 60;

    /// <summary>Creates the service.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="args">What it is given.</param>
    /// <param name="options">Its resource options.</param>
    public ServingService(string name, ServingServiceArgs args, ComponentResourceOptions? options = null)
        : base("ServingService", name, args, options)
    {
        // How many tasks there are is autoscaling's business after the first deployment.
        var changing = Owned(args.Balancer.Listener);
        changing.IgnoreChanges = ["desiredCount"];
        var service = new Aws.Ecs.Service(Child("tasks"), new()
        {
            Name = Context.Name("serving"),
            Cluster = args.ClusterArn,
            TaskDefinition = args.Task.DefinitionArn,
            LaunchType = "FARGATE",
            PlatformVersion = "LATEST",
            DesiredCount = Context.Settings.Serving.MinTasks,
            DeploymentMinimumHealthyPercent = 100,
            DeploymentMaximumPercent = 200,
            DeploymentCircuitBreaker = new Aws.Ecs.Inputs.ServiceDeploymentCircuitBreakerArgs { Enable = true, Rollback = true },
            HealthCheckGracePeriodSeconds = 120, // loading the published tables
            WaitForSteadyState = true,
            EnableExecuteCommand = false,
            EnableEcsManagedTags = true,
            PropagateTags = "SERVICE",
            NetworkConfiguration = new Aws.Ecs.Inputs.ServiceNetworkConfigurationArgs
            {
                AssignPublicIp = false,
                Subnets = args.SubnetIds,
                SecurityGroups = { args.SecurityGroupId },
            },
            LoadBalancers =
            {
                new Aws.Ecs.Inputs.ServiceLoadBalancerArgs
                {
                    TargetGroupArn = args.Balancer.TargetGroupArn,
                    ContainerName = args.Task.ContainerName,
                    ContainerPort = Containers.ServingPort,
                },
            },
        }, changing);
        ServiceName = service.Name;
        Scaling(args, service);
        RegisterOutputs();
    }

    /// <summary>The service's name.</summary>
    public Output<string> ServiceName { get; }

    private void Scaling(ServingServiceArgs args, Aws.Ecs.Service service)
    {
        var settings = Context.Settings.Serving;
        var target = new Aws.AppAutoScaling.Target(Child("scaling"), new()
        {
            ServiceNamespace = "ecs",
            ScalableDimension = "ecs:service:DesiredCount",
            ResourceId = Output.Format($"service/{args.ClusterName}/{service.Name}"),
            MinCapacity = settings.MinTasks,
            MaxCapacity = settings.MaxTasks,
        }, Owned());
        Policy(target, "cpu", settings.TargetCpuPercent, new() { PredefinedMetricType = "ECSServiceAverageCPUUtilization" });

        // Requests a minute and task: when callers reach the API's limit, all tasks that there may be share it.
        Policy(target, "requests", (double)settings.RequestsPerSecond * SecondsPerMinute / settings.MaxTasks, new()
        {
            PredefinedMetricType = "ALBRequestCountPerTarget",
            ResourceLabel = Output.Format($"{args.Balancer.LoadBalancerSuffix}/{args.Balancer.TargetGroupSuffix}"),
        });
    }

    // Quick to come, slow to go: a task loads the published tables before it helps. Both times are in seconds.
    private void Policy(
        Aws.AppAutoScaling.Target target, string thing, double value, Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs metric) =>
        _ = new Aws.AppAutoScaling.Policy(Child($"scaling-{thing}"), new()
        {
            Name = Context.Name($"serving-{thing}"),
            PolicyType = "TargetTrackingScaling",
            ServiceNamespace = target.ServiceNamespace,
            ScalableDimension = target.ScalableDimension,
            ResourceId = target.ResourceId,
            TargetTrackingScalingPolicyConfiguration = new Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs
            {
                TargetValue = value,
                PredefinedMetricSpecification = metric,
                ScaleOutCooldown = 60,
                ScaleInCooldown = 300,
            },
        }, Owned());
}
