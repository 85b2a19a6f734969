using Recommender.Pipeline.Running;

namespace Recommender.Pipeline.Console;

/// <summary>Shows a run's progress on the error stream: redrawn in a window, as plain lines elsewhere, or not at all.</summary>
internal static class RunProgress
{
    /// <summary>Runs work that reports.</summary>
    public static async Task<T> ShowAsync<T>(Terminal terminal, bool quiet, Func<IRunReporter, Task<T>> work)
    {
        if (quiet || !terminal.CanRedraw())
        {
            return await WithHeartbeatAsync(terminal, new PlainReporter(terminal, quiet), work).ConfigureAwait(false);
        }

        using var live = new LiveReporter(terminal.Error, terminal.ErrorWidth, terminal.Color);
        return await WithHeartbeatAsync(terminal, live, work).ConfigureAwait(false);
    }

    private static async Task<T> WithHeartbeatAsync<T>(Terminal terminal, IRunReporter reporter, Func<IRunReporter, Task<T>> work)
    {
        if (terminal.HeartbeatFolder is not { } folder)
        {
            return await work(reporter).ConfigureAwait(false);
        }

        using var heartbeat = new Heartbeat(reporter, folder, Environment.ProcessId, terminal.Clock);
        return await work(heartbeat).ConfigureAwait(false);
    }
}
