namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>How a task ended.</summary>
/// <param name="Task">The task.</param>
/// <param name="ExitCode">The program's exit code; null where it never ran or was killed without one.</param>
/// <param name="Reason">What ECS says of it.</param>
/// <param name="StartedAt">When its container started; null where it never did.</param>
/// <param name="StoppedAt">When it was over.</param>
/// <param name="LastLines">The last lines of its log.</param>
internal sealed record TaskEnd(CloudTask Task, int? ExitCode, string Reason, DateTimeOffset? StartedAt, DateTimeOffset? StoppedAt, IReadOnlyList<string> LastLines)
{
    /// <summary>Whether its program ended well.</summary>
    public bool IsFine => ExitCode == 0;

    /// <summary>What is wrong: how it ended, and, where the program gave no exit code, its last lines.</summary>
    public string Fault => string.Join('\n', [Text, .. ExitCode is null ? LastLines.Select(line => $"  {line}") : []]);

    /// <summary>How it ended, in one line.</summary>
    public string Text => (ExitCode, StartedAt) switch
    {
        (0, _) => $"{Task.Label}: done (task {Task.Id})",
        ({ } code, _) => $"{Task.Label}: ended with exit code {code}: {Reason} (task {Task.Id})",
        (null, null) => $"{Task.Label}: never started: {Reason} (task {Task.Id})",
        _ => $"{Task.Label}: was stopped before its program ended: {Reason} (task {Task.Id})",
    };
}
