namespace Recommender.AwsEmulator.Ecs;

/// <summary>The container of a task, as its definition and the overrides of RunTask say together.</summary>
public sealed record TaskLaunch
{
    /// <summary>The task's ARN.</summary>
    public required string TaskArn { get; init; }

    /// <summary>The container's name.</summary>
    public required string Container { get; init; }

    /// <summary>The image.</summary>
    public required string Image { get; init; }

    /// <summary>The arguments for the image's program.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The container's environment.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Takes a line that it writes.</summary>
    public required Action<string> Write { get; init; }
}
