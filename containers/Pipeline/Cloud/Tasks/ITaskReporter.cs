namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>Is told of tasks that are followed.</summary>
internal interface ITaskReporter
{
    /// <summary>A task is in another state than before.</summary>
    /// <param name="task">The task.</param>
    /// <param name="state">What ECS calls it, such as <c>PROVISIONING</c>.</param>
    void Changed(CloudTask task, string state);

    /// <summary>A line of a task's log.</summary>
    void Line(CloudTask task, string text);
}
