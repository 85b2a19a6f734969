using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Settings;
using Recommender.Pipeline.StateMachine;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Compute;

/// <summary>
/// Where the program's images lie and run: repositories, a cluster, and per kind of task its definition, roles and log. Before the
/// first push there are no digests to pin, so there are repositories and the cluster alone.
/// </summary>
public sealed class Containers : PlatformComponent
{
    /// <summary>The port that serving listens on: 8080, as .NET's images do for a user without privileges.</summary>
    public const int ServingPort = 8080;

    /// <summary>Creates them.</summary>
    /// <param name="name">Their logical name.</param>
    /// <param name="args">What they are given.</param>
    /// <param name="options">Their resource options.</param>
    public Containers(string name, ContainersArgs args, ComponentResourceOptions? options = null)
        : base("Containers", name, args, options)
    {
        var settings = Context.Settings.Containers;
        Repositories = new[] { "jobs", "training", "serving" }.ToDictionary(
            image => image, image => new ImageRepository(Child(image), new() { Context = Context, Image = image, KeyArn = args.KeyArn }, new() { Parent = this }));
        var cluster = Cluster(args);
        ClusterArn = cluster.Arn;
        ClusterName = cluster.Name;

        var lake = new LakeRights(Context, args);
        Jobs = settings.Images is { Jobs.Length: > 0, Training.Length: > 0 } ? JobKinds.All.ToDictionary(kind => kind, kind => Job(kind, args, lake)) : [];
        Serving = settings.Images.Serving.Length > 0 ? ServingTask(args, lake) : null;
        RegisterOutputs();
    }

    /// <summary>The cluster.</summary>
    public Output<string> ClusterArn { get; }

    /// <summary>The cluster's name.</summary>
    public Output<string> ClusterName { get; }

    /// <summary>The repositories of the images <c>jobs</c>, <c>training</c> and <c>serving</c>.</summary>
    public IReadOnlyDictionary<string, ImageRepository> Repositories { get; }

    /// <summary>The task of each kind of job; empty while there are no images of jobs and training.</summary>
    public IReadOnlyDictionary<JobKind, ContainerTask> Jobs { get; }

    /// <summary>The serving task; null while there is no image of it.</summary>
    public ContainerTask? Serving { get; }

    // No shell in a task: nothing turns ECS Exec on, and no role may open its channel. No Spot either: what it would save on scoring is
    // some cents a night (README, costs), and a shard that it takes away starts again from nothing and makes the run late.
    private Aws.Ecs.Cluster Cluster(ContainersArgs args)
    {
        var name = Context.Name("tasks");

        // Container Insights would create its log group by itself, kept for ever and without the stack's key.
        var insights = LogGroup("insights", $"/aws/ecs/containerinsights/{name}/performance", args.KeyArn);
        var cluster = new Aws.Ecs.Cluster(Child("cluster"), new()
        {
            Name = name,
            Settings = { new Aws.Ecs.Inputs.ClusterSettingArgs { Name = "containerInsights", Value = "enabled" } },
        }, Owned(insights));
        _ = new Aws.Ecs.ClusterCapacityProviders(Child("capacity"), new()
        {
            ClusterName = cluster.Name,
            CapacityProviders = { "FARGATE" },
            DefaultCapacityProviderStrategies = { new Aws.Ecs.Inputs.ClusterCapacityProvidersDefaultCapacityProviderStrategyArgs { CapacityProvider = "FARGATE", Weight = 1 } },
        }, Owned());
        return cluster;
    }

    private ContainerTask Job(JobKind kind, ContainersArgs args, LakeRights lake)
    {
        var settings = Context.Settings.Containers;
        var (image, digest) = kind == JobKind.Train ? ("training", settings.Images.Training) : ("jobs", settings.Images.Jobs);
        var rights = TaskRights.Of(kind, lake);
        var environment = new TaskEnvironment(Context).With(args.Buckets, rights.Zones);
        switch (kind)
        {
            case JobKind.Ingest:
                environment.With(args.Database);
                break;
            case JobKind.Transform:
                environment.With("RECOMMENDER_WORKGROUP", args.JobsWorkgroup).With("RECOMMENDER_RESULTS", Output.Format($"s3://{args.ResultsBucket}/{LakeRights.ResultsPrefix}"));
                break;
        }

        var thing = kind.ToString().ToLowerInvariant();
        return new(Child(thing), new()
        {
            Context = Context,
            Thing = thing,
            Repository = Repositories[image],
            Digest = digest,
            Size = kind switch { JobKind.Train => settings.Training, JobKind.Score => settings.Scoring, _ => settings.Jobs },
            KeyArn = args.KeyArn,
            Environment = environment.Variables,
            Permissions = rights.Statements,
        }, new() { Parent = this });
    }

    private ContainerTask ServingTask(ContainersArgs args, LakeRights lake)
    {
        var settings = Context.Settings.Containers;
        var rights = TaskRights.Serving(lake);
        return new(Child("server"), new()
        {
            Context = Context,
            Thing = "serving",
            Repository = Repositories["serving"],
            Digest = settings.Images.Serving,
            Size = settings.Serving,
            KeyArn = args.KeyArn,
            Environment = new TaskEnvironment(Context).With(args.Buckets, rights.Zones).With("ASPNETCORE_HTTP_PORTS", $"{ServingPort}").Variables,
            Permissions = rights.Statements,
            Port = ServingPort,

            // The program asks itself: the image has no curl.
            HealthCommand = ["dotnet", "Recommender.Serving.dll", "--health"],
        }, new() { Parent = this });
    }
}
