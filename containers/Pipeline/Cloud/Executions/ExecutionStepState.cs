namespace Recommender.Pipeline.Cloud.Executions;

/// <summary>How a job of an execution is doing.</summary>
internal enum ExecutionStepState
{
    /// <summary>Its state was entered; ECS has not taken the task yet.</summary>
    Starting,

    /// <summary>Its task was taken.</summary>
    Running,

    /// <summary>It ended well.</summary>
    Done,

    /// <summary>It did not.</summary>
    Failed,

    /// <summary>The execution ended while it ran.</summary>
    Stopped,
}
