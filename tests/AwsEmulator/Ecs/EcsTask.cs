using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Ecs;

/// <summary>A task that RunTask took. Safe for concurrent use.</summary>
/// <param name="arn">Its ARN.</param>
/// <param name="cluster">Its cluster's ARN.</param>
/// <param name="definition">Its task definition.</param>
/// <param name="request">The request that made it.</param>
/// <param name="clock">The clock of its times.</param>
internal sealed class EcsTask(string arn, string cluster, JsonObject definition, JsonObject request, TimeProvider clock) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abandon = new();
    private readonly DateTimeOffset _created = clock.GetUtcNow();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset? _pulling;
    private DateTimeOffset? _started;
    private DateTimeOffset? _stopping;
    private DateTimeOffset? _stopped;
    private string? _stopCode;
    private string? _reason;
    private string? _containerReason;
    private int? _exitCode;
    private int _version = 1;

    /// <summary>Its ARN.</summary>
    public string Arn => arn;

    /// <summary>The last part of its ARN.</summary>
    public string Id => arn[(arn.LastIndexOf('/') + 1)..];

    /// <summary>Its cluster's ARN.</summary>
    public string Cluster => cluster;

    /// <summary>Its task definition.</summary>
    public JsonObject Definition => definition;

    /// <summary>The request that made it.</summary>
    public JsonObject Request => request;

    /// <summary>Its one container, as defined.</summary>
    public JsonObject Container => definition.Objects("containerDefinitions")[0];

    /// <summary>What the request says otherwise about the container; null for nothing.</summary>
    public JsonObject? Override => request.Object("overrides")?.Objects("containerOverrides").FirstOrDefault(item => item.Text("name") == Container.Text("name"));

    /// <summary>PROVISIONING, PENDING, RUNNING, STOPPING or STOPPED.</summary>
    public string Status { get; private set; } = "PROVISIONING";

    /// <summary>RUNNING or STOPPED.</summary>
    public string Desired { get; private set; } = "RUNNING";

    /// <summary>Cancelled when it is to stop.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Done once it has stopped.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Moves on.</summary>
    /// <param name="status">PENDING or RUNNING.</param>
    public void Move(string status)
    {
        lock (_lock)
        {
            if (_stopped is null)
            {
                (Status, _version) = (status, _version + 1);
                _pulling ??= clock.GetUtcNow();
                _started ??= status == "RUNNING" ? clock.GetUtcNow() : null;
            }
        }
    }

    /// <summary>Wants it to stop.</summary>
    /// <param name="reason">Why, as the caller says.</param>
    public void Stop(string reason)
    {
        lock (_lock)
        {
            if (_stopping is null && _stopped is null)
            {
                (Desired, _reason, _stopCode, _stopping, _version) = ("STOPPED", reason, "UserInitiated", clock.GetUtcNow(), _version + 1);
            }
        }

        _stop.Cancel();
    }

    /// <summary>Ends it at once: the emulator stops.</summary>
    public void Abandon()
    {
        _abandon.Cancel();
        Stop("the emulator stops");
    }

    /// <summary>Cancelled when nobody waits for it to end in good order.</summary>
    public CancellationToken Abandoning => _abandon.Token;

    /// <summary>Says that it has stopped.</summary>
    /// <param name="exitCode">Its container's exit code; null where it never ran.</param>
    /// <param name="stopCode">Why, in ECS's word, unless it was wanted.</param>
    /// <param name="reason">Why, for people, unless it was wanted.</param>
    /// <param name="containerReason">What happened to the container; null for nothing special.</param>
    public void End(int? exitCode, string stopCode, string reason, string? containerReason)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            (_stopping, _stopped, _version) = (_stopping ?? now, now, _version + 1);
            (_exitCode, _containerReason) = (exitCode, containerReason);
            (_stopCode, _reason) = (_stopCode ?? stopCode, _reason ?? reason);
            (Status, Desired) = ("STOPPED", "STOPPED");
        }

        _ended.TrySetResult();
    }

    /// <summary>The Task of an answer.</summary>
    public JsonObject ToJson()
    {
        lock (_lock)
        {
            var task = new JsonObject
            {
                ["taskArn"] = arn,
                ["clusterArn"] = cluster,
                ["taskDefinitionArn"] = definition.Text("taskDefinitionArn"),
                ["containers"] = new JsonArray(DescribeContainer()),
                ["overrides"] = request.Object("overrides")?.DeepClone() ?? new JsonObject { ["containerOverrides"] = new JsonArray() },
                ["lastStatus"] = Status,
                ["desiredStatus"] = Desired,
                ["launchType"] = request.Text("launchType") ?? "FARGATE",
                ["group"] = request.Text("group") ?? $"family:{definition.Text("family")}",
                ["createdAt"] = JsonMoment.Seconds(_created),
                ["version"] = _version,
                ["attachments"] = new JsonArray(),
            };
            Put(task, "startedBy", request.Text("startedBy"));
            Put(task, "cpu", definition.Text("cpu"));
            Put(task, "memory", definition.Text("memory"));
            Put(task, "stopCode", _stopped is null && _stopping is null ? null : _stopCode);
            Put(task, "stoppedReason", _reason);
            Put(task, "pullStartedAt", _pulling);
            Put(task, "startedAt", _started);
            Put(task, "stoppingAt", _stopping);
            Put(task, "stoppedAt", _stopped);
            return task;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        _abandon.Dispose();
    }

    private JsonObject DescribeContainer()
    {
        var container = new JsonObject
        {
            ["containerArn"] = $"{arn.Replace(":task/", ":container/", StringComparison.Ordinal)}/{Container.Text("name")}",
            ["taskArn"] = arn,
            ["name"] = Container.Text("name"),
            ["image"] = Container.Text("image"),
            ["lastStatus"] = Status is "PROVISIONING" ? "PENDING" : Status,
        };
        Put(container, "reason", _containerReason);
        if (_exitCode is { } code)
        {
            container["exitCode"] = code;
        }

        return container;
    }

    private static void Put(JsonObject holder, string name, string? text)
    {
        if (text is not null)
        {
            holder[name] = text;
        }
    }

    private static void Put(JsonObject holder, string name, DateTimeOffset? moment)
    {
        if (moment is { } known)
        {
            holder[name] = JsonMoment.Seconds(known);
        }
    }
}
