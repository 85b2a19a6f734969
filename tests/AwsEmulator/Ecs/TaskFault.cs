namespace Recommender.AwsEmulator.Ecs;

/// <summary>Which tasks go wrong, and how.</summary>
public sealed record TaskFault
{
    /// <summary>What goes wrong.</summary>
    public required TaskFaultKind Kind { get; init; }

    /// <summary>Text within the command, its words joined by a space; null for any.</summary>
    public string? Match { get; init; }

    /// <summary>Tasks that fit and are let through first; 0 by default.</summary>
    public int Skip { get; init; }

    /// <summary>Tasks that go wrong after those; 1 by default.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The reason that ECS gives.</summary>
    public string Reason { get; init; } = "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref";
}
