namespace Recommender.AwsEmulator.Ecs;

/// <summary>What goes wrong with a task.</summary>
public enum TaskFaultKind
{
    /// <summary>RunTask takes no task: its answer has a failure with the reason instead, such as <c>RESOURCE:MEMORY</c>.</summary>
    NoCapacity,

    /// <summary>The task is taken and stops without having run, with the reason.</summary>
    NeverStarts,

    /// <summary>The task is killed for want of memory at once when it runs: exit code 137.</summary>
    OutOfMemory,
}
