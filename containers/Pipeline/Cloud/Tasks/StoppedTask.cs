using EcsTask = Amazon.ECS.Model.Task;

namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>What ECS says of a task that has stopped.</summary>
internal static class StoppedTask
{
    /// <summary>How it ended. A task may have containers beside the job's own, such as a guard that AWS adds.</summary>
    public static TaskEnd End(CloudTask task, EcsTask found, IReadOnlyList<string> lastLines)
    {
        var containers = found.Containers ?? [];
        var job = containers.Find(container => container.Name == task.Container) ?? (task.Container is null && containers.Count > 0 ? containers[0] : null);
        var reasons = new[] { found.StoppedReason, job?.Reason }.Where(reason => !string.IsNullOrWhiteSpace(reason)).Distinct().ToList();
        return new TaskEnd(
            task,
            job?.ExitCode,
            reasons.Count > 0 ? string.Join("; ", reasons) : found.StopCode?.Value ?? "ECS gives no reason",
            Utc(found.StartedAt),
            Utc(found.StoppedAt),
            lastLines);
    }

    private static DateTimeOffset? Utc(DateTime? time) => time is { } given ? new DateTimeOffset(given.ToUniversalTime()) : null;
}
