using System.Text.Json.Nodes;

namespace Recommender.Tests.StateMachine;

/// <summary>ECS and SNS as far as a pipeline's machine uses them, in virtual time, with a script of what goes wrong.</summary>
/// <param name="time">The time.</param>
/// <param name="script">What becomes of a call, by its command and how many calls of that command there were before, from 0.</param>
public sealed class ScriptedAws(VirtualTime time, Func<IReadOnlyList<string>, int, EcsOutcome>? script = null) : IAslServices
{
    private static readonly HashSet<string> _runTaskFields =
        ["Cluster", "TaskDefinition", "LaunchType", "NetworkConfiguration", "Overrides", "ClientToken", "PropagateTags", "EnableECSManagedTags", "PlatformVersion", "CapacityProviderStrategy", "Tags"];

    private readonly Dictionary<string, (string Parameters, EcsTask Task)> _byToken = [];
    private readonly Dictionary<string, int> _calls = [];

    /// <summary>The tasks that were taken, in order.</summary>
    public List<EcsTask> Tasks { get; } = [];

    /// <summary>The parameters of every RunTask call, in order.</summary>
    public List<JsonObject> Calls { get; } = [];

    /// <summary>What was published, in order: the parameters of each call.</summary>
    public List<JsonObject> Published { get; } = [];

    /// <summary>Whether publishing fails.</summary>
    public bool PublishingFails { get; init; }

    /// <inheritdoc/>
    public async Task<JsonNode?> CallAsync(string resource, JsonObject parameters, CancellationToken cancellationToken)
    {
        switch (resource)
        {
            case "arn:aws:states:::ecs:runTask.sync":
                return await RunTaskAsync(parameters, cancellationToken);
            case "arn:aws:states:::sns:publish":
                return Publish(parameters);
            default:
                throw new AslRuleException($"'{resource}' is no service that the script knows");
        }
    }

    private JsonObject Publish(JsonObject parameters)
    {
        var subject = parameters["Subject"]?.GetValue<string>() ?? "";
        if (parameters["TopicArn"] is null || parameters["Message"] is null || subject.Length > 100 || subject.Any(letter => letter is < ' ' or > '~'))
        {
            throw new AslStateException("SNS.InvalidParameterException", parameters.ToJsonString());
        }

        Published.Add(parameters.DeepClone().AsObject());
        return PublishingFails ? throw new AslStateException("SNS.InternalErrorException", "scripted") : new JsonObject { ["MessageId"] = $"message-{Published.Count}" };
    }

    private async Task<JsonNode?> RunTaskAsync(JsonObject parameters, CancellationToken cancellationToken)
    {
        Calls.Add(parameters.DeepClone().AsObject());
        var token = Required(parameters);
        if (!_byToken.TryGetValue(token, out var known))
        {
            var task = Take(parameters, token, out var lost);
            known = (parameters.ToJsonString(), task);
            _byToken.Add(token, known);
            if (lost is not null)
            {
                throw new AslStateException(lost, "scripted");
            }
        }
        else if (known.Parameters != parameters.ToJsonString())
        {
            throw new AslStateException("ECS.ConflictException", $"the token {token} is of another call");
        }

        return await SeeThroughAsync(known.Task, cancellationToken);
    }

    /// <summary>Refuses what ECS would refuse.</summary>
    /// <returns>The token.</returns>
    private static string Required(JsonObject parameters)
    {
        var unknown = parameters.Select(parameter => parameter.Key).FirstOrDefault(key => !_runTaskFields.Contains(key));
        var network = parameters["NetworkConfiguration"]?["AwsvpcConfiguration"];
        var token = parameters["ClientToken"]?.GetValue<string>() ?? "";
        return unknown is not null ? throw new AslStateException("States.Runtime", $"RunTask has no field '{unknown}'")
            : token.Length is < 1 or > 64 || token.Any(letter => letter is < '!' or > '~') ? throw new AslStateException("ECS.InvalidParameterException", $"the token '{token}'")
            : parameters["LaunchType"]?.GetValue<string>() == "FARGATE" && network?["Subnets"] is not JsonArray { Count: > 0 } ? throw new AslStateException("ECS.InvalidParameterException", "no subnets")
            : token;
    }

    private EcsTask Take(JsonObject parameters, string token, out string? lost)
    {
        var container = parameters["Overrides"]!["ContainerOverrides"]!.AsArray().Single()!;
        string[] command = [.. container["Command"]!.AsArray().Select(argument => argument!.GetValue<string>())];
        var line = string.Join('\n', command);
        var earlier = _calls.GetValueOrDefault(line);
        _calls[line] = earlier + 1;
        var outcome = script?.Invoke(command, earlier) ?? EcsOutcome.Fine;
        if (outcome is EcsOutcome.Refused refused)
        {
            throw new AslStateException(refused.Error, "scripted");
        }

        lost = (outcome as EcsOutcome.AnswerLost)?.Error;
        var task = new EcsTask
        {
            Arn = $"{parameters["Cluster"]!.GetValue<string>().Replace(":cluster/", ":task/", StringComparison.Ordinal)}/{Tasks.Count:x32}",
            Token = token,
            TaskDefinition = parameters["TaskDefinition"]!.GetValue<string>(),
            Container = container["Name"]!.GetValue<string>(),
            Command = command,
            Outcome = outcome is EcsOutcome.AnswerLost answer ? answer.Task : outcome,
            Started = time.Now,
        };
        Tasks.Add(task);
        return task;
    }

    private async Task<JsonNode?> SeeThroughAsync(EcsTask task, CancellationToken cancellationToken)
    {
        var lasts = task.Outcome switch { EcsOutcome.Ends ends => ends.After, EcsOutcome.NeverStarts => TimeSpan.FromMinutes(2), _ => TimeSpan.FromDays(400) };
        var left = task.Started + lasts - time.Now;
        try
        {
            await time.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            task.WasStopped = true;
            task.Stopped = time.Now;
            throw;
        }

        task.Stopped ??= time.Now;
        var (code, reason) = task.Outcome switch
        {
            EcsOutcome.Ends ends => (ends.ExitCode, ends.Reason),
            EcsOutcome.NeverStarts never => (null, never.Reason),
            _ => ((int?)null, ""),
        };
        return code == 0 ? Describe(task, 0, reason) : throw new AslStateException("States.TaskFailed", IntrinsicFunctions.Text(Describe(task, code, reason)));
    }

    /// <summary>A task as DescribeTasks tells of it, in the case that Step Functions gives it; AWS adds a container of its own.</summary>
    private static JsonObject Describe(EcsTask task, int? code, string reason)
    {
        var job = new JsonObject { ["ContainerArn"] = $"{task.Arn}/job", ["LastStatus"] = "STOPPED", ["Name"] = task.Container };
        if (code is not null)
        {
            job["ExitCode"] = code;
        }

        if (code == 137)
        {
            job["Reason"] = "OutOfMemoryError: Container killed due to memory usage";
        }

        return new JsonObject
        {
            ["ClusterArn"] = "cluster",
            ["Containers"] = new JsonArray(new JsonObject { ["Name"] = "aws-guardduty-agent", ["LastStatus"] = "STOPPED", ["ExitCode"] = 0 }, job),
            ["DesiredStatus"] = "STOPPED",
            ["LastStatus"] = "STOPPED",
            ["StopCode"] = task.Outcome is EcsOutcome.NeverStarts ? "TaskFailedToStart" : "EssentialContainerExited",
            ["StoppedReason"] = reason,
            ["TaskArn"] = task.Arn,
            ["TaskDefinitionArn"] = task.TaskDefinition,
        };
    }
}
