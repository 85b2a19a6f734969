namespace Pulumi;

/// <summary>Waits for work that a program started and did not wait for itself.</summary>
internal sealed class TaskTracker
{
    private readonly Lock _lock = new();
    private readonly List<Exception> _failures = [];
    private readonly TaskCompletionSource<IReadOnlyList<Exception>> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isWaiting;
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

    /// <summary>
    /// Waits until nothing is open or something failed. The failures are those up to that moment: what fails
    /// because of them, later, is not told.
    /// </summary>
    public Task<IReadOnlyList<Exception>> WaitAsync()
    {
        lock (_lock)
        {
            _isWaiting = true;
            EndIfDone();
        }

        return _end.Task;
    }

    private void Ended(Task task)
    {
        lock (_lock)
        {
            _open--;
            _failures.AddRange(task.Exception?.InnerExceptions ?? []);
            EndIfDone();
        }
    }

    private void EndIfDone()
    {
        if (_isWaiting && (_open == 0 || _failures.Count > 0))
        {
            // One failure often ends several tasks.
            _end.TrySetResult([.. _failures.Distinct()]);
        }
    }
}
