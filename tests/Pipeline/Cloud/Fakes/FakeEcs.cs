using Amazon;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using EcsTask = Amazon.ECS.Model.Task;

namespace Recommender.Pipeline.Tests.Cloud.Fakes;

/// <summary>ECS as far as the program uses it. A task goes one state further each time it is asked about.</summary>
internal sealed class FakeEcs(FakeLogs logs) : AmazonECSClient(new BasicAWSCredentials("key", "secret"), RegionEndpoint.EUWest1)
{
    private static readonly string[] _states = ["PROVISIONING", "PENDING", "RUNNING", "STOPPED"];
    private static readonly DateTime _start = new(2026, 3, 1, 11, 0, 0, DateTimeKind.Utc);

    private readonly Dictionary<string, FakeTask> _byToken = [];

    /// <summary>By command line, what becomes of a task.</summary>
    public Func<string, FakeOutcome> Script { get; set; } = _ => new FakeOutcome();

    /// <summary>Why no task is taken; null where they are.</summary>
    public string? NoCapacity { get; set; }

    /// <summary>Is called before tasks are described.</summary>
    public Action<FakeEcs> Asked { get; set; } = _ => { };

    /// <summary>How many calls of DescribeTasks do not know new tasks yet.</summary>
    public int Lag { get; set; }

    /// <summary>The tasks, in the order they were taken.</summary>
    public List<FakeTask> Tasks { get; } = [];

    /// <summary>Forgets stopped tasks, as ECS does after an hour.</summary>
    public void Forget() => Tasks.RemoveAll(task => task.Told.LastStatus == "STOPPED");

    public override Task<RunTaskResponse> RunTaskAsync(RunTaskRequest request, CancellationToken cancellationToken = default)
    {
        if (NoCapacity is { } reason)
        {
            return Answer(new RunTaskResponse { Tasks = [], Failures = [new Failure { Reason = reason }] });
        }

        if (!_byToken.TryGetValue(request.ClientToken, out var task))
        {
            task = _byToken[request.ClientToken] = Take(request);
        }
        else if (task.Line != string.Join(' ', request.Overrides.ContainerOverrides[0].Command))
        {
            throw new ConflictException("the token is of another call");
        }

        return Answer(new RunTaskResponse { Tasks = [task.Told], Failures = [] });
    }

    public override Task<DescribeTasksResponse> DescribeTasksAsync(DescribeTasksRequest request, CancellationToken cancellationToken = default)
    {
        Asked(this);
        cancellationToken.ThrowIfCancellationRequested();
        var known = Lag-- > 0 ? [] : Tasks.Where(task => request.Tasks.Contains(task.Told.TaskArn)).ToList();
        known.ForEach(Advance);
        var missing = request.Tasks.Except(known.Select(task => task.Told.TaskArn));
        return Answer(new DescribeTasksResponse { Tasks = known.ConvertAll(task => task.Told), Failures = [.. missing.Select(arn => new Failure { Arn = arn, Reason = "MISSING" })] });
    }

    public override Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default)
    {
        var stopped = request.DesiredStatus == DesiredStatus.STOPPED;
        var found = Tasks.Where(task => task.Told.TaskDefinitionArn.Contains($"/{request.Family}:", StringComparison.Ordinal) && task.Told.LastStatus == "STOPPED" == stopped);
        return Answer(new ListTasksResponse { TaskArns = [.. found.Select(task => task.Told.TaskArn)] });
    }

    public override Task<StopTaskResponse> StopTaskAsync(StopTaskRequest request, CancellationToken cancellationToken = default)
    {
        var task = Tasks.Find(task => task.Id == request.Task) ?? throw new InvalidParameterException("The referenced task was not found.");
        (task.Told.LastStatus, task.Told.StoppedReason) = ("STOPPED", request.Reason);
        return Answer(new StopTaskResponse { Task = task.Told });
    }

    public override Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(DescribeTaskDefinitionRequest request, CancellationToken cancellationToken = default) => Answer(new DescribeTaskDefinitionResponse
    {
        TaskDefinition = new TaskDefinition
        {
            TaskDefinitionArn = request.TaskDefinition,
            ContainerDefinitions =
            [
                new ContainerDefinition
                {
                    Name = "job",
                    LogConfiguration = new LogConfiguration
                    {
                        LogDriver = LogDriver.Awslogs,
                        Options = new() { ["awslogs-group"] = "/recommender/test/jobs", ["awslogs-region"] = "eu-west-1", ["awslogs-stream-prefix"] = "jobs" },
                    },
                },
            ],
        },
    });

    /// <summary>Takes a task, as RunTask and as Step Functions do.</summary>
    public FakeTask Take(RunTaskRequest request)
    {
        var cluster = request.Cluster[(request.Cluster.LastIndexOf('/') + 1)..];
        var told = new EcsTask
        {
            TaskArn = $"arn:aws:ecs:eu-west-1:111122223333:task/{cluster}/{Tasks.Count + 1:x32}",
            ClusterArn = request.Cluster,
            TaskDefinitionArn = request.TaskDefinition,
            LastStatus = "NONE",
            StartedBy = request.StartedBy,
            CreatedAt = _start.AddMinutes(Tasks.Count),
            Overrides = request.Overrides,
            Containers = [new Container { Name = "aws-guardduty-agent", ExitCode = 0 }, new Container { Name = request.Overrides.ContainerOverrides[0].Name }],
        };
        var task = new FakeTask(told, request, Script(string.Join(' ', request.Overrides.ContainerOverrides[0].Command)));
        Tasks.Add(task);
        return task;
    }

    private void Advance(FakeTask task)
    {
        var told = task.Told;
        var next = Math.Min(Array.IndexOf(_states, told.LastStatus) + 1, task.Outcome.Hangs ? 2 : 3);
        if (told.LastStatus == "STOPPED")
        {
            return;
        }

        // Without an exit code, the container never starts.
        told.LastStatus = task.Outcome is { ExitCode: null, Hangs: false } && next == 2 ? "STOPPED" : _states[next];
        if (told.LastStatus == "RUNNING")
        {
            told.StartedAt ??= told.CreatedAt!.Value.AddSeconds(30);
            logs.Write(task.Id, task.Outcome.Lines.Take(1));
        }
        else if (told.LastStatus == "STOPPED")
        {
            told.StoppedAt = told.CreatedAt!.Value.AddSeconds(90);
            told.StoppedReason = task.Outcome.Reason;
            told.StopCode = task.Outcome.ExitCode is null ? TaskStopCode.TaskFailedToStart : TaskStopCode.EssentialContainerExited;
            told.Containers[1].ExitCode = task.Outcome.ExitCode;
            logs.Write(task.Id, task.Outcome.Lines.Skip(task.Outcome.ExitCode is null ? 0 : 1));
        }
    }

    private static Task<T> Answer<T>(T answer) => System.Threading.Tasks.Task.FromResult(answer);
}
