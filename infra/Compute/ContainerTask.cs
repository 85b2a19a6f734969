using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Compute;

/// <summary>
/// A kind of task: its definition, its log group, the role that starts it (pulls the image, writes the log) and the role that it
/// works as. Tasks know no secrets: they sign in to AWS and to the database as their role.
/// </summary>
public sealed class ContainerTask : PlatformComponent
{
    private const string Tasks = "ecs-tasks.amazonaws.com";

    /// <summary>Creates the task definition and what it needs.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="args">What it is given.</param>
    /// <param name="options">Its resource options.</param>
    public ContainerTask(string name, ContainerTaskArgs args, ComponentResourceOptions? options = null)
        : base("ContainerTask", name, args, options)
    {
        var log = LogGroup("log", Context.LogGroup(args.Thing), args.KeyArn);
        var execution = Role("execution", $"Starts {args.Thing} tasks", args, StartTasks(args, log));
        var task = Role("task", $"What {args.Thing} tasks may do", args, args.Permissions);
        var definition = new Aws.Ecs.TaskDefinition(Child("definition"), new()
        {
            Family = Context.Name(args.Thing),
            RequiresCompatibilities = { "FARGATE" },
            NetworkMode = "awsvpc",
            RuntimePlatform = new Aws.Ecs.Inputs.TaskDefinitionRuntimePlatformArgs
            {
                CpuArchitecture = Context.Settings.Containers.Architecture,
                OperatingSystemFamily = "LINUX",
            },
            Cpu = $"{args.Size.Cpu}",
            Memory = $"{args.Size.MemoryMiB}",
            EphemeralStorage = new Aws.Ecs.Inputs.TaskDefinitionEphemeralStorageArgs { SizeInGib = args.Size.DiskGiB },
            Volumes = { new Aws.Ecs.Inputs.TaskDefinitionVolumeArgs { Name = ContainerDefinition.WorkVolume } },
            ExecutionRoleArn = execution.Arn,
            TaskRoleArn = task.Arn,
            ContainerDefinitions = ContainerDefinition.Json(args, log.Name),

            // A run that is under way goes on with the revision that it began with.
            SkipDestroy = true,
        }, Owned());

        ContainerName = args.Thing;
        DefinitionArn = definition.Arn;
        Family = definition.Family;
        TaskRoleArn = task.Arn;
        ExecutionRoleArn = execution.Arn;
        RegisterOutputs();
    }

    /// <summary>The container in it.</summary>
    public string ContainerName { get; }

    /// <summary>The task definition, with its revision.</summary>
    public Output<string> DefinitionArn { get; }

    /// <summary>The family: all its revisions.</summary>
    public Output<string> Family { get; }

    /// <summary>The role that it works as.</summary>
    public Output<string> TaskRoleArn { get; }

    /// <summary>The role that starts it.</summary>
    public Output<string> ExecutionRoleArn { get; }

    private static PolicyStatement[] StartTasks(ContainerTaskArgs args, Aws.CloudWatch.LogGroup log) =>
    [
        new("PullImage")
        {
            Actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resources = [args.Repository.Arn],
        },

        // It knows no resource: a registry is signed in to as a whole.
        new("SignInToRegistry") { Actions = ["ecr:GetAuthorizationToken"], Resources = ["*"] },
        new("WriteLog") { Actions = ["logs:CreateLogStream", "logs:PutLogEvents"], Resources = [Output.Format($"{log.Arn}:log-stream:*")] },
    ];

    private Aws.Iam.Role Role(string purpose, string description, ContainerTaskArgs args, IReadOnlyList<PolicyStatement> statements)
    {
        var role = new Aws.Iam.Role(Child(purpose), new()
        {
            Name = Context.Name($"{args.Thing}-{purpose}"),
            Description = description,
            AssumeRolePolicy = Trust.Service(Context, Tasks),
        }, Owned());
        _ = new Aws.Iam.RolePolicy(Child($"{purpose}-policy"), new() { Name = purpose, Role = role.Name, Policy = PolicyDocument.Json([.. statements]) }, Owned());
        return role;
    }
}
