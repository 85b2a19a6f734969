namespace Recommender.Pipeline.Cloud.Executions;

/// <summary>Is told of an execution that is followed.</summary>
internal interface IExecutionReporter : IDisposable
{
    /// <summary>How its jobs are doing now.</summary>
    void Show(IReadOnlyList<ExecutionStep> steps);
}
