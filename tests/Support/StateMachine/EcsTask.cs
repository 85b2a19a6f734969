namespace Recommender.Tests.StateMachine;

/// <summary>A task that the scripted ECS has taken.</summary>
public sealed class EcsTask
{
    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The client token it was asked for with.</summary>
    public required string Token { get; init; }

    /// <summary>The task definition.</summary>
    public required string TaskDefinition { get; init; }

    /// <summary>The container that runs the command.</summary>
    public required string Container { get; init; }

    /// <summary>The arguments of the container.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>What becomes of it.</summary>
    public required EcsOutcome Outcome { get; init; }

    /// <summary>When it was taken.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it stopped; null while it runs.</summary>
    public DateTimeOffset? Stopped { get; set; }

    /// <summary>Whether Step Functions stopped it.</summary>
    public bool WasStopped { get; set; }

    /// <summary>The command as a person types it.</summary>
    public string Line => string.Join(' ', Command);

    /// <summary>The value of an option of the command, or null.</summary>
    public string? Option(string name) => Command.SkipWhile(argument => argument != name).Skip(1).FirstOrDefault();
}
