namespace Pulumi;

/// <summary>Waits for work that a program started and did not wait for itself.</summary>
internal sealed class TaskTracker
{
    private readonly Lock _lock = new();
    private readonly List<Exception> _failures = [];
    private TaskCompletionSource? _waiting;
    private int _open;

    /// <summary>Counts a task in until it ends.</summary>
    public void Track(Task task)
    {
        lock (_lock)
        {
            _open++;
        }

        task.ContinueWith(Ended, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>Waits until nothing is open or something failed; the distinct failures so far.</summary>
    public async Task<IReadOnlyList<Exception>> WaitAsync()
    {
        Task idle;
        lock (_lock)
        {
            _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            idle = _waiting.Task;
            Release();
        }

        await idle.ConfigureAwait(false);
        lock (_lock)
        {
            return [.. _failures.Distinct()];
        }
    }

    private void Ended(Task task)
    {
        lock (_lock)
        {
            _open--;
            _failures.AddRange(task.Exception?.InnerExceptions ?? []);
            Release();
        }
    }

    private void Release()
    {
        if (_open == 0 || _failures.Count > 0)
        {
            _waiting?.TrySetResult();
        }
    }
}
