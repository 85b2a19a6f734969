namespace Recommender.AwsEmulator.Ecs;

/// <summary>Starts what the container of a task runs.</summary>
public interface ITaskLauncher
{
    /// <summary>Starts it; returns once it runs.</summary>
    /// <param name="launch">What to start.</param>
    /// <exception cref="TaskStartException">It cannot be started.</exception>
    ITaskRun Launch(TaskLaunch launch);
}
