using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Json;
using Recommender.AwsEmulator.Logs;

namespace Recommender.AwsEmulator.Ecs;

/// <summary>Amazon ECS on Fargate: task definitions and tasks that a launcher runs.</summary>
public sealed class EcsService : IJsonService, IAsyncDisposable
{
    private const string Invalid = "InvalidParameterException";
    private const int Page = 100;

    private readonly EmulatorState _state;
    private readonly TaskDefinitions _definitions;
    private readonly TaskRunner _runner;
    private readonly IdSource _ids;
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, byte> _clusters = new() { ["default"] = 0 };
    private readonly List<(EcsTask Task, Task Work)> _tasks = [];
    private readonly Dictionary<string, (string Request, JsonObject Answer)> _tokens = [];
    private readonly TaskFaults _faults = new();

    internal EcsService(EmulatorState state, LogStore logs)
    {
        _state = state;
        _definitions = new TaskDefinitions(state);
        _runner = new TaskRunner(logs, state.Clock);
        _ids = IdSource.For(state.Clock, "ecs");
    }

    /// <inheritdoc/>
    public string Target => "AmazonEC2ContainerServiceV20141113";

    /// <inheritdoc/>
    public string Name => "ecs";

    /// <inheritdoc/>
    public string Version => "1.1";

    /// <summary>Starts what tasks run; without one they never start.</summary>
    public ITaskLauncher? Launcher { get; set; }

    /// <summary>How long a task is provisioned, and then pending; none by default.</summary>
    public TimeSpan StartDelay { get; set; }

    /// <summary>Lets tasks go wrong.</summary>
    public void Add(TaskFault fault) => _faults.Add(fault);

    /// <summary>Makes a cluster, as CreateCluster does.</summary>
    /// <returns>Its ARN.</returns>
    public string CreateCluster(string name)
    {
        _clusters[name] = 0;
        return ClusterArn(name);
    }

    /// <summary>Registers a task definition, as RegisterTaskDefinition does.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The ARN with its revision.</returns>
    public string Register(JsonObject input) => _definitions.Register(input).Text("taskDefinitionArn")!;

    /// <inheritdoc/>
    public Task<JsonObject> InvokeAsync(string operation, JsonObject input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Task.FromResult(operation switch
        {
            "CreateCluster" => new JsonObject { ["cluster"] = Cluster(CreateCluster(input.Text("clusterName") ?? "default")) },
            "RegisterTaskDefinition" => new JsonObject { ["taskDefinition"] = _definitions.Register(input) },
            "DescribeTaskDefinition" => new JsonObject { ["taskDefinition"] = Definition(input.Required("taskDefinition", "ClientException")) },
            "RunTask" => Run(input),
            "DescribeTasks" => Describe(input),
            "StopTask" => Stop(input),
            "ListTasks" => List(input),
            _ => throw new AwsFaultException("UnknownOperationException", $"the emulated ECS does not know {operation}"),
        });
    }

    /// <summary>Kills what runs.</summary>
    public async ValueTask DisposeAsync()
    {
        (EcsTask Task, Task Work)[] tasks;
        lock (_lock)
        {
            tasks = [.. _tasks.Where(item => !item.Work.IsCompleted)];
        }

        foreach (var (task, _) in tasks)
        {
            task.Abandon();
        }

        await Task.WhenAll(tasks.Select(item => item.Work));
        foreach (var (task, _) in tasks)
        {
            task.Dispose();
        }
    }

    /// <summary>Waits until a task has stopped.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The task as DescribeTasks tells of it.</returns>
    internal async Task<JsonObject> EndOfAsync(string arn, CancellationToken cancellationToken)
    {
        var task = Find(arn) ?? throw new AwsFaultException(Invalid, "The referenced task was not found.");
        await task.Ended.WaitAsync(cancellationToken);
        return task.ToJson();
    }

    private string ClusterArn(string name) => $"arn:aws:ecs:{_state.Options.Region}:{_state.Options.Account}:cluster/{name}";

    private static JsonObject Cluster(string arn) => new() { ["clusterArn"] = arn, ["clusterName"] = arn[(arn.LastIndexOf('/') + 1)..], ["status"] = "ACTIVE" };

    private JsonObject Definition(string name) => _definitions.Find(name) ?? throw new AwsFaultException("ClientException", "Unable to describe task definition.");

    private string ClusterOf(JsonObject input)
    {
        var named = input.Text("cluster") ?? "default";
        var name = named[(named.LastIndexOf('/') + 1)..];
        return _clusters.ContainsKey(name) ? name : throw new AwsFaultException("ClusterNotFoundException", "Cluster not found.");
    }

    private JsonObject Run(JsonObject input)
    {
        var cluster = ClusterOf(input);
        var definition = _definitions.Find(input.Required("taskDefinition", "ClientException")) ?? throw new AwsFaultException("ClientException", "TaskDefinition not found.");
        RunTaskRules.Check(input, definition);
        lock (_lock)
        {
            var token = input.Text("clientToken");
            if (token is not null && _tokens.TryGetValue(token, out var known))
            {
                return known.Request == input.ToJsonString()
                    ? Answer(known.Answer)
                    : throw new AwsFaultException("ConflictException", "The clientToken was used with other parameters before.");
            }

            var tasks = new JsonArray();
            var failures = new JsonArray();
            for (var number = 0; number < (input.Number("count") ?? 1); number++)
            {
                Take(cluster, definition, input, tasks, failures);
            }

            var answer = new JsonObject { ["tasks"] = tasks, ["failures"] = failures };
            if (token is not null && tasks.Count > 0)
            {
                _tokens.Add(token, (input.ToJsonString(), answer.DeepClone().AsObject()));
            }

            return answer;
        }
    }

    // A repeated call tells of the same tasks as they are now.
    private JsonObject Answer(JsonObject first) => new()
    {
        ["tasks"] = new JsonArray([.. first.Objects("tasks").Select(task => Find(task.Text("taskArn")!)!.ToJson())]),
        ["failures"] = new JsonArray(),
    };

    private void Take(string cluster, JsonObject definition, JsonObject input, JsonArray tasks, JsonArray failures)
    {
        var arn = $"arn:aws:ecs:{_state.Options.Region}:{_state.Options.Account}:task/{cluster}/{_ids.Hex(16)}";
        var task = new EcsTask(arn, ClusterArn(cluster), definition, input.DeepClone().AsObject(), _state.Clock);
        var fault = _faults.Next(task);
        if (fault?.Kind == TaskFaultKind.NoCapacity)
        {
            task.Dispose();
            failures.Add(new JsonObject { ["arn"] = ClusterArn(cluster), ["reason"] = fault.Reason });
            return;
        }

        tasks.Add(task.ToJson());
        _tasks.Add((task, Task.Run(() => _runner.RunAsync(task, Launcher, fault, StartDelay))));
    }

    private EcsTask? Find(string name)
    {
        lock (_lock)
        {
            return _tasks.Find(item => item.Task.Arn == name || item.Task.Id == name).Task;
        }
    }

    private JsonObject Describe(JsonObject input)
    {
        var cluster = ClusterArn(ClusterOf(input));
        var names = input.Texts("tasks");
        if (names.Count is 0 or > Page)
        {
            throw new AwsFaultException(Invalid, names.Count == 0 ? "Tasks cannot be empty." : $"tasks has more than {Page} members");
        }

        var found = names.Select(name => (Name: name, Task: Find(name) is { } task && task.Cluster == cluster ? task : null)).ToList();
        return new()
        {
            ["tasks"] = new JsonArray([.. found.Where(item => item.Task is not null).Select(item => item.Task!.ToJson())]),
            ["failures"] = new JsonArray([.. found.Where(item => item.Task is null).Select(item => new JsonObject { ["arn"] = item.Name, ["reason"] = "MISSING" })]),
        };
    }

    private JsonObject Stop(JsonObject input)
    {
        _ = ClusterOf(input);
        var task = Find(input.Required("task", Invalid)) ?? throw new AwsFaultException(Invalid, "The referenced task was not found.");
        task.Stop(input.Text("reason") ?? "Task stopped by user");
        return new() { ["task"] = task.ToJson() };
    }

    private JsonObject List(JsonObject input)
    {
        var cluster = ClusterArn(ClusterOf(input));
        var (desired, family, by) = (input.Text("desiredStatus") ?? "RUNNING", input.Text("family"), input.Text("startedBy"));
        List<EcsTask> tasks;
        lock (_lock)
        {
            tasks =
            [
                .. _tasks.Select(item => item.Task).Where(task => task.Cluster == cluster && task.Desired == desired
                    && (family is null || task.Definition.Text("family") == family)
                    && (by is null || task.Request.Text("startedBy") == by)),
            ];
        }

        var (page, next) = Pages.Cut(tasks, input.Text("nextToken"), Math.Clamp(input.Number("maxResults") ?? Page, 1, Page), Invalid);
        var answer = new JsonObject { ["taskArns"] = new JsonArray([.. page.Select(task => JsonValue.Create(task.Arn))]) };
        if (next is not null)
        {
            answer["nextToken"] = next;
        }

        return answer;
    }
}
